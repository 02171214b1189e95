package com.contractorportal.startup;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * What the server lends, to be had by {@code @Inject}: a server injects no {@code @Resource} into
 * the libraries of an enterprise archive, where this module then lies.
 */
@ApplicationScoped
class ServerResources {

  @Produces
  static DataSource database() {
    return lookup("jdbc/portal");
  }

  @Produces
  static ManagedExecutorService executor() {
    return lookup("java:comp/DefaultManagedExecutorService");
  }

  @Produces
  @Typed(ManagedScheduledExecutorService.class)
  static ManagedScheduledExecutorService scheduler() {
    return lookup("java:comp/DefaultManagedScheduledExecutorService");
  }

  private static <T> T lookup(String name) {
    try {
      return InitialContext.doLookup(name);
    } catch (NamingException missing) {
      throw new IllegalStateException("The server has no " + name + ".", missing);
    }
  }
}
