package com.contractorportal.container;

import com.contractorportal.startup.PortalStartup;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;
import java.time.Instant;

/** Starts the node, as web-module does, and lets the deployment last until it is fit to work. */
@WebListener
public class StartedFirst implements ServletContextListener {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  @Inject private PortalStartup startup;

  @Override
  public void contextInitialized(ServletContextEvent deployed) {
    startup.begin();
    Instant limit = Instant.now().plus(LIMIT);
    while (!startup.isDone()) {
      if (Instant.now().isAfter(limit)) {
        throw new IllegalStateException("The node did not get fit to work; the log says why.");
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent undeployed) {
    startup.end();
  }
}
