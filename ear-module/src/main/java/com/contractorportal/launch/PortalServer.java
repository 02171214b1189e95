package com.contractorportal.launch;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The portal on Payara Micro, in a process of its own, started as operators start it: by {@code
 * bin/portal}, told by {@code PORTAL_*} variables where its database and folders are.
 *
 * <p>It can be stopped, or killed as by a power cut, and started again on the same folder and port.
 */
public final class PortalServer implements AutoCloseable {

  /** Generous: a busy machine is slow, and a start that fails is seen at once in other ways. */
  private static final Duration START_LIMIT = Duration.ofMinutes(10);

  private static final Duration DEPLOYED_BUT_NOT_READY_LIMIT = Duration.ofMinutes(2);

  /** Payara Micro writes this once it has deployed everything, or failed to. */
  private static final String BOOTED = ") ready in ";

  private static final String DEPLOYMENT_FAILED = "Exception while loading the app";
  private static final Duration STOP_LIMIT = Duration.ofSeconds(45);

  private final Settings settings;
  private final HttpClient health =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private volatile Process process;

  /**
   * How a server is to run.
   *
   * @param folder holds the server's working files, its log, its signing keys and its file store
   * @param listenOn the address to listen on, {@code 127.0.0.1} for this machine only
   * @param port the HTTP port
   * @param database the database, with the application's account
   * @param options further options of the JVM
   * @param environment further variables, stronger than those made from the settings above
   */
  public record Settings(
      Path folder,
      String listenOn,
      int port,
      Database database,
      List<String> options,
      Map<String, String> environment) {

    public Settings {
      folder = folder.toAbsolutePath().normalize();
      options = List.copyOf(options);
      environment = Map.copyOf(environment);
    }
  }

  /**
   * A database as a client sees it.
   *
   * @param url the JDBC URL, with the schema's name
   */
  public record Database(String url, String user, String password) {}

  public PortalServer(Settings settings) {
    this.settings = settings;
  }

  /**
   * Starts the server and waits until the portal says it is ready.
   *
   * @throws LaunchFailure when the server ends or does not get ready; the log says why
   */
  public synchronized void start() throws LaunchFailure {
    if (isRunning()) {
      return;
    }
    begin();
    try {
      awaitReady();
    } catch (IOException e) {
      stop();
      throw new LaunchFailure("The portal's server cannot be started: " + e.getMessage() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
      throw new LaunchFailure("The start of the portal's server was interrupted.", e);
    } catch (LaunchFailure e) {
      stop();
      throw e;
    }
  }

  /**
   * Starts the server, and does not wait.
   *
   * @throws LaunchFailure when its process cannot be started
   */
  public synchronized void begin() throws LaunchFailure {
    try {
      LeftOver.end(note());
      process = startProcess();
      LeftOver.note(note(), process.toHandle());
    } catch (IOException e) {
      stop();
      throw new LaunchFailure("The portal's server cannot be started: " + e.getMessage() + ".", e);
    }
  }

  /** Where the portal answers, without a slash at the end. */
  public URI address() {
    String host = settings.listenOn().equals("0.0.0.0") ? "127.0.0.1" : settings.listenOn();
    return URI.create("http://" + host + ":" + settings.port());
  }

  /** What the server wrote since it was last started. */
  public Path log() {
    return settings.folder().resolve("logs").resolve("server.log");
  }

  /** The folder of the signing keys. */
  public Path keys() {
    return settings.folder().resolve("keys");
  }

  /** The folder of report files and uploads. */
  public Path store() {
    return settings.folder().resolve("store");
  }

  public boolean isRunning() {
    Process started = process;
    return started != null && started.isAlive();
  }

  /** Waits until the server's process has ended, for whatever reason. */
  public void awaitEnd() throws InterruptedException {
    Process running = process;
    if (running != null) {
      running.waitFor();
    }
  }

  /** Asks the server to end, and ends it by force when it takes too long. */
  public void stop() {
    Process running = process;
    if (running == null) {
      return;
    }
    running.destroy();
    if (!endsWithin(running, STOP_LIMIT)) {
      kill();
    }
    LeftOver.forget(note());
  }

  /** Ends the server at once, as a power cut would: nothing in it can tidy up. */
  public void kill() {
    Process running = process;
    if (running == null) {
      return;
    }
    List<ProcessHandle> family = running.descendants().toList();
    running.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
    endsWithin(running, STOP_LIMIT);
  }

  @Override
  public void close() {
    stop();
  }

  private Path note() {
    return settings.folder().resolve("server.pid");
  }

  private Process startProcess() throws IOException, LaunchFailure {
    Path root = settings.folder().resolve("server");
    Folders.delete(root);
    Folders.createPrivate(root);
    Folders.createPrivate(keys());
    Folders.createPrivate(store());
    Folders.createPrivate(log().getParent());
    if (Files.exists(log())) {
      Files.move(log(), log().resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    ProcessBuilder builder =
        new ProcessBuilder(program().toString())
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(nothing()))
            .redirectOutput(log().toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PORTAL_"));
    builder.environment().putAll(environment());
    return builder.start();
  }

  private Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.put("TMPDIR", settings.folder().resolve("server").toString());
    variables.put("PORTAL_JAVA_OPTIONS", String.join(" ", options()));
    variables.put("PORTAL_HTTP_ADDRESS", settings.listenOn());
    variables.put("PORTAL_HTTP_PORT", Integer.toString(settings.port()));
    variables.put("PORTAL_DB_URL", settings.database().url());
    variables.put("PORTAL_DB_USER", settings.database().user());
    variables.put("PORTAL_DB_PASSWORD", settings.database().password());
    variables.put("PORTAL_KEYS_DIR", keys().toString());
    variables.put("PORTAL_STORE_DIR", store().toString());
    variables.putAll(settings.environment());
    return variables;
  }

  private void awaitReady() throws IOException, InterruptedException, LaunchFailure {
    Instant limit = Instant.now().plus(START_LIMIT);
    while (!isReady()) {
      if (!process.isAlive()) {
        throw new LaunchFailure("The portal's server ended while it started. " + seeLog());
      }
      String said = Files.readString(log());
      if (said.contains(DEPLOYMENT_FAILED)) {
        throw new LaunchFailure("The portal could not be deployed. " + seeLog());
      }
      if (said.contains(BOOTED)) {
        Instant soon = Instant.now().plus(DEPLOYED_BUT_NOT_READY_LIMIT);
        limit = soon.isBefore(limit) ? soon : limit;
      }
      if (Instant.now().isAfter(limit)) {
        throw new LaunchFailure(
            "The portal was not ready in time. If the machine is busy, try again; its log is "
                + log());
      }
      Thread.sleep(200);
    }
  }

  private boolean isReady() throws InterruptedException {
    HttpRequest question =
        HttpRequest.newBuilder(URI.create(address() + "/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return health.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private String seeLog() {
    return "Its log says why: " + log();
  }

  private static boolean endsWithin(Process process, Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  private List<String> options() {
    List<String> options = new ArrayList<>(List.of("-Xmx768m"));
    options.addAll(settings.options());
    return options;
  }

  /** The build puts what operators copy next to these classes. */
  private static Path program() throws LaunchFailure {
    Path classes;
    try {
      classes =
          Path.of(PortalServer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    Path program = classes.resolveSibling("portal").resolve("bin").resolve("portal");
    if (!Files.isExecutable(program)) {
      throw new LaunchFailure(program + " is missing: run mvn package first.");
    }
    return program;
  }

  private static File nothing() {
    return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
  }
}
