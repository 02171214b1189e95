package com.contractorportal.container;

import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.core.api.Event;
import org.jboss.arquillian.core.api.Instance;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;
import org.jboss.arquillian.test.spi.context.ClassContext;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;
import org.jboss.arquillian.test.spi.event.suite.BeforeClass;

/**
 * Lets all test classes share what the first of them deploys. Arquillian itself would deploy, and
 * with Payara Micro start a server, for each class.
 */
public class OneDeployment {

  @Inject @ClassScoped private InstanceProducer<DeploymentScenario> ofThisClass;
  @Inject private Instance<ClassContext> classes;
  @Inject private Event<UnDeployManagedDeployments> undeploy;

  private DeploymentScenario shared;
  private Class<?> firstClass;
  private boolean over;

  /** Before anybody asks what the class wants to deploy. */
  public void remember(@Observes(precedence = 100) BeforeClass starting) {
    if (firstClass == null) {
      firstClass = starting.getTestClass().getJavaClass();
    }
  }

  /** Only the first class is asked. */
  public void generate(@Observes EventContext<GenerateDeployment> generation) {
    if (shared == null) {
      generation.proceed();
      shared = ofThisClass.get();
    } else {
      ofThisClass.set(shared);
    }
  }

  /** Deploys what is not there yet. */
  public void deploy(@Observes EventContext<DeployManagedDeployments> deployment) {
    if (shared.deployedDeployments().isEmpty()) {
      deployment.proceed();
    }
  }

  /** No class is the last one, as far as it knows. */
  public void keep(@Observes EventContext<UnDeployManagedDeployments> end) {
    if (over) {
      end.proceed();
    }
  }

  /** Before the containers stop. */
  public void end(@Observes(precedence = 100) AfterSuite end) {
    if (shared != null) {
      over = true;
      classes.get().activate(firstClass);
      try {
        ofThisClass.set(shared);
        undeploy.fire(new UnDeployManagedDeployments());
      } finally {
        classes.get().deactivate();
      }
    }
  }
}
