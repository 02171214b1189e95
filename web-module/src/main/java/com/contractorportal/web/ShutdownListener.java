package com.contractorportal.web;

import com.contractorportal.shutdown.Shutdown;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Watches for the node's end as long as the portal is deployed. */
@WebListener
public class ShutdownListener implements ServletContextListener {

  @Inject private Shutdown shutdown;

  @Override
  public void contextInitialized(ServletContextEvent deployed) {
    shutdown.watch();
  }

  @Override
  public void contextDestroyed(ServletContextEvent undeployed) {
    shutdown.end();
  }
}
