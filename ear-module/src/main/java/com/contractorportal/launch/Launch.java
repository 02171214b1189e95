package com.contractorportal.launch;

import com.contractorportal.db.EmbeddedDatabase;
import com.contractorportal.db.SchemaMigration;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Runs the portal with its demonstration on this machine until it is stopped: {@code mvn -Prun}.
 *
 * <p>Settings are system properties: {@code portal.port} (8080), {@code portal.address}
 * (127.0.0.1), {@code portal.data} (portal-data in the checkout), {@code portal.fresh} (false; true
 * deletes the data first), {@code portal.log.format} (text; or json), {@code portal.map.tile.url}
 * and {@code portal.map.tile.attribution}.
 */
public final class Launch {

  private static final String TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
  private static final String TILES_ATTRIBUTION =
      "&copy; <a href=\"https://www.openstreetmap.org/copyright\">OpenStreetMap</a> contributors";

  private final PrintStream out;
  private DataFolder folder;
  private EmbeddedDatabase database;
  private PortalServer server;
  private volatile boolean stopping;
  private volatile boolean started;

  private Launch(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    Launch launch = new Launch(System.out);
    Runtime.getRuntime().addShutdownHook(new Thread(launch::stop, "portal-stop"));
    System.exit(launch.run());
  }

  private int run() {
    try {
      start();
      server.awaitEnd();
      throw new LaunchFailure(
          "The portal's server ended by itself. Its log says why: " + server.log());
    } catch (LaunchFailure e) {
      return failed(e.getMessage(), e);
    } catch (Exception | LinkageError e) {
      return failed("The portal cannot be started: " + e + ".", e);
    }
  }

  private void start() throws Exception {
    int port = port();
    String address = System.getProperty("portal.address", "127.0.0.1");
    folder = DataFolder.take(Path.of(setting("portal.data", checkout().resolve("portal-data"))));
    LeftOver.end(folder.path().resolve("server.pid"));
    LeftOver.end(folder.path().resolve("database.pid"));
    refuseTakenPort(address, port);
    if (Boolean.getBoolean("portal.fresh")) {
      folder.empty();
    }
    logToFile();

    out.println("Starting the database ...");
    boolean knownPassword = folder.hasPassword();
    String password = folder.password();
    database = EmbeddedDatabase.startIn(folder.path().resolve("database"));
    LeftOver.note(
        folder.path().resolve("database.pid"), ProcessHandle.of(database.pid()).orElseThrow());
    SchemaMigration.migrate(
        database.jdbcUrl(),
        database.owner().user(),
        database.owner().password(),
        database.application().user());
    PortalServer.Database application =
        new PortalServer.Database(
            database.jdbcUrl(), database.application().user(), database.application().password());
    DemoData demo = new DemoData(application, Instant.now());
    if (!knownPassword) {
      demo.resetPasswords(password);
    }
    demo.load(password);

    out.println("Starting the server ...");
    server =
        new PortalServer(
            new PortalServer.Settings(
                folder.path(),
                address,
                port,
                application,
                List.of("-Dfish.payara.shutdowngrace=0"),
                environment()));
    if (!stopping) {
      server.start();
      sayWhereItIs(port, password);
    }
    started = true;
  }

  private static Map<String, String> environment() {
    String tiles = System.getProperty("portal.map.tile.url", TILES);
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PORTAL_COOKIE_SECURE", "false");
    environment.put("PORTAL_SUPER_ADMIN_SECOND_FACTOR", "optional");
    environment.put("PORTAL_LOG_FORMAT", System.getProperty("portal.log.format", "text"));
    environment.put("PORTAL_MAP_TILE_URL", tiles);
    environment.put(
        "PORTAL_MAP_TILE_ATTRIBUTION",
        System.getProperty(
            "portal.map.tile.attribution", tiles.equals(TILES) ? TILES_ATTRIBUTION : ""));
    return environment;
  }

  private void sayWhereItIs(int port, String password) {
    String line = "-".repeat(72);
    out.println();
    out.println(line);
    out.println("Contractor Portal is running.");
    out.println();
    out.println("address:  http://localhost:" + port + "/");
    out.println("accounts: " + DemoData.SUPER_ADMIN + " (super admin),");
    out.println("          admin@, manager@, crew@ (contractor) and viewer@ at each of");
    out.println("          vermont.example, massachusetts.example, connecticut.example");
    out.println("password: " + password);
    out.println("data:     " + folder.path() + " (-Dportal.fresh=true starts anew)");
    out.println("stop:     Ctrl-C");
    out.println(line);
    out.flush();
  }

  /** Runs as the JVM ends, whatever ends it; leaves no process behind. */
  private void stop() {
    stopping = true;
    boolean running = server != null && server.isRunning();
    if (running) {
      out.println();
      out.println("Stopping the portal ...");
    }
    if (server != null) {
      server.stop();
    }
    if (database != null) {
      database.close();
      LeftOver.forget(folder.path().resolve("database.pid"));
    }
    endProcessesOfStart();
    if (running) {
      out.println("Stopped.");
      out.flush();
    }
  }

  /** A start that is still going on may start one more process: waits until it has noticed. */
  private void endProcessesOfStart() {
    Instant limit = Instant.now().plusSeconds(10);
    do {
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    } while (!started && Instant.now().isBefore(limit));
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  private int failed(String sentence, Throwable cause) {
    Logger.getLogger(Launch.class.getName()).log(Level.FINE, sentence, cause);
    if (!isStopping()) {
      out.flush();
      System.err.println();
      System.err.println(sentence);
    }
    started = true;
    return 1;
  }

  /** Ctrl-C reaches server and database too: what fails then needs a moment to prove a stop. */
  private boolean isStopping() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return stopping;
  }

  private static int port() throws LaunchFailure {
    String text = System.getProperty("portal.port", "8080");
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new LaunchFailure(
        "portal.port must be a number from 1 to 65535, but is \"" + text + "\".");
  }

  private static void refuseTakenPort(String address, int port) throws LaunchFailure {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getByName(address), port));
    } catch (IOException e) {
      throw new LaunchFailure(
          "Port "
              + port
              + " of "
              + address
              + " cannot be used ("
              + e.getMessage()
              + "); choose another with -Dportal.port=, for example -Dportal.port="
              + (port < 65_535 ? port + 1 : 8080)
              + ".",
          e);
    }
  }

  private static String setting(String name, Path otherwise) {
    return System.getProperty(name, otherwise.toString());
  }

  private static Path checkout() {
    return Path.of(System.getProperty("portal.checkout", "."));
  }

  /** Libraries log into a file: the terminal is for people. */
  private void logToFile() throws IOException {
    Path logs = folder.path().resolve("logs");
    Folders.createPrivate(logs);
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    FileHandler file = new FileHandler(logs.resolve("launch.log").toString());
    file.setFormatter(new SimpleFormatter());
    root.addHandler(file);
    Logger.getLogger("com.contractorportal").setLevel(Level.FINE);
    file.setLevel(Level.ALL);
  }
}
