package com.contractorportal.web;

import com.contractorportal.startup.PortalStartup;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Begins and ends the work of a node with its web application, of which there is one in the web
 * archive and in the enterprise archive alike.
 */
@WebListener
public class StartupListener implements ServletContextListener {

  @Inject private PortalStartup startup;

  @Override
  public void contextInitialized(ServletContextEvent deployed) {
    startup.begin();
  }

  /** Before any bean is destroyed. */
  @Override
  public void contextDestroyed(ServletContextEvent undeployed) {
    startup.end();
  }
}
