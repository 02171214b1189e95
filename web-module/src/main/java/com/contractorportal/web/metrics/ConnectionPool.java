package com.contractorportal.web.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How busy the connection pool of this node is. Payara tells it to its own modules only, or by AMX,
 * which takes an ORB to start; so its classes are asked by reflection, and a server that has others
 * shows no such figures.
 */
@ApplicationScoped
class ConnectionPool {

  private static final Logger LOG = Logger.getLogger(ConnectionPool.class.getName());
  private static final String NAME = "portal-pool";

  private volatile boolean unknown;

  /**
   * @param waiting requests for a connection that found none
   * @param most how many connections there may be
   */
  record State(int used, int free, int waiting, int most) {}

  Optional<State> state() {
    if (unknown) {
      return Optional.empty();
    }
    try {
      Object pool = pool();
      if (pool == null) {
        return Optional.empty(); // Made when first used.
      }
      Object status = ask(pool, "getPoolStatus");
      return Optional.of(
          new State(
              (int) ask(status, "getNumConnUsed"),
              (int) ask(status, "getNumConnFree"),
              (int) ask(ask(pool, "getPoolWaitQueue"), "getQueueLength"),
              (int) ask(pool, "getMaxPoolSize")));
    } catch (ReflectiveOperationException | LinkageError | ClassCastException other) {
      unknown = true;
      LOG.log(Level.INFO, "This server does not tell how busy its connection pool is", other);
      return Optional.empty();
    }
  }

  private static Object pool() throws ReflectiveOperationException {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Class<?> poolInfo = loader.loadClass("org.glassfish.resourcebase.resources.api.PoolInfo");
    Object runtime =
        loader
            .loadClass("com.sun.enterprise.connectors.ConnectorRuntime")
            .getMethod("getRuntime")
            .invoke(null);
    Object manager = ask(runtime, "getPoolManager");
    return loader
        .loadClass("com.sun.enterprise.resource.pool.PoolManager")
        .getMethod("getPool", poolInfo)
        .invoke(manager, poolInfo.getConstructor(String.class).newInstance(NAME));
  }

  private static Object ask(Object of, String method) throws ReflectiveOperationException {
    return of.getClass().getMethod(method).invoke(of);
  }
}
