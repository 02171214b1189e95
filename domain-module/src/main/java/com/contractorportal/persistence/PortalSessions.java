package com.contractorportal.persistence;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.server.ServerSession;

/** What both persistence units are told beyond {@code persistence.xml}. */
public class PortalSessions implements SessionCustomizer {

  @Override
  public void customize(Session session) {
    new BinaryUuids().customize(session);
    ServerSession server = (ServerSession) session;
    BoundedConnector.guard(server.getLogin());
    BoundedConnector.guard((DatabaseLogin) server.getReadConnectionPool().getLogin());
    server
        .getConnectionPools()
        .values()
        .forEach(pool -> BoundedConnector.guard((DatabaseLogin) pool.getLogin()));
    new LateConnections().customize(session);
  }
}
