package com.contractorportal.persistence;

import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.internal.databaseaccess.DatasourcePlatform;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.sessions.Login;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.server.ConnectionPool;
import org.eclipse.persistence.sessions.server.ExternalConnectionPool;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * Lets a unit ask the server for a connection when it needs one, and not before. EclipseLink would
 * take one when the unit is deployed, to see whether it can, and a portal whose database does not
 * answer then could not be deployed at all.
 */
final class LateConnections implements SessionCustomizer {

  private static final String READ = "read";

  @Override
  public void customize(Session session) {
    ServerSession server = (ServerSession) session;
    server.addConnectionPool(
        new Pool(
            ServerSession.DEFAULT_POOL, login(server, server.getDefaultConnectionPool()), server));
    server.setReadConnectionPool(
        new Pool(READ, login(server, server.getReadConnectionPool()), server));
  }

  private static Login login(ServerSession server, ConnectionPool former) {
    return former == null ? server.getDatasourceLogin() : former.getLogin();
  }

  /** The server's pool, as seen by EclipseLink. */
  private static final class Pool extends ExternalConnectionPool {

    Pool(String name, Login login, ServerSession owner) {
      super(name, login, owner);
    }

    @Override
    protected Accessor buildConnection() {
      Accessor accessor = new UnconnectedAccessor();
      accessor.setPool(this);
      accessor.connect(getLogin(), getOwner());
      return accessor;
    }
  }

  /**
   * Is as any accessor of an external pool is when it has been given back: without a connection,
   * and nevertheless "connected", or it would forget the batches that it writes.
   */
  private static final class UnconnectedAccessor extends DatabaseAccessor {

    @Override
    public void connect(Login login, AbstractSession session) {
      setLogin(login);
      setDatasourcePlatform(
          (DatasourcePlatform) session.getDatasourceLogin().getDatasourcePlatform());
      createCustomizer(session);
      isConnected = true;
    }
  }
}
