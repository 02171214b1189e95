package com.contractorportal.web.health;

import com.contractorportal.shutdown.Shutdown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A node that is going down still answers, but should be asked no more. */
@Readiness
@ApplicationScoped
public class Staying implements HealthCheck {

  @Inject private Shutdown shutdown;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("staying").status(!shutdown.hasBegun()).build();
  }
}
