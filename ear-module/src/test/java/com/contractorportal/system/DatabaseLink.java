package com.contractorportal.system;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The way from a portal to its database, which a test can close and open. While it is closed
 * nothing listens there, as where a database server has stopped.
 */
final class DatabaseLink implements AutoCloseable {

  private final String jdbcUrl;
  private final String databaseHost;
  private final int databasePort;
  private final int port = PortalSystem.freePort();
  private final List<Closeable> sockets = new CopyOnWriteArrayList<>();
  private ServerSocket entrance;

  /** A closed link to the database of a JDBC URL. */
  DatabaseLink(String databaseUrl) {
    String[] parts = databaseUrl.split("//|/", 3);
    String[] address = parts[1].split(":");
    databaseHost = address[0];
    databasePort = address.length > 1 ? Integer.parseInt(address[1]) : 3306;
    jdbcUrl = parts[0] + "//127.0.0.1:" + port + "/" + parts[2];
  }

  /** The same database, by this link. */
  String jdbcUrl() {
    return jdbcUrl;
  }

  void open() throws IOException {
    ServerSocket listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    entrance = listening;
    start(() -> accept(listening));
  }

  /** Ends the connections there are, and lets no new ones be made. */
  @Override
  public void close() {
    try {
      if (entrance != null) {
        entrance.close();
      }
      for (Closeable socket : sockets) {
        socket.close();
      }
      sockets.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket listening) throws IOException {
    while (true) {
      Socket client = listening.accept();
      sockets.add(client);
      Socket database = new Socket(databaseHost, databasePort);
      sockets.add(database);
      start(() -> pass(client, database));
      start(() -> pass(database, client));
    }
  }

  private static void pass(Socket from, Socket to) throws IOException {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    }
  }

  private static void start(Pumping work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException closed) {
                // One of the two ends has hung up, or the test has closed the link.
              }
            },
            "database-link");
    thread.setDaemon(true);
    thread.start();
  }

  private interface Pumping {
    void run() throws IOException;
  }
}
