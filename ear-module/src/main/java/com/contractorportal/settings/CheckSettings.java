package com.contractorportal.settings;

import com.contractorportal.db.DatabaseAccount;
import com.contractorportal.db.DatabaseConnection;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Says what hinders the portal from starting with the settings of this environment, before a server
 * is started: run by {@code bin/portal}. Told {@link #BESIDE_THE_SERVER}, it does not ask for the
 * server's address.
 */
public final class CheckSettings {

  /** Exit status when a setting is missing or wrong: trying again does not help. */
  static final int WRONG_SETTING = 78;

  /** Exit status when the database cannot be used yet: the portal starts, and keeps trying. */
  static final int NO_DATABASE_YET = 75;

  private static final int PATIENCE_MILLIS = 5_000;

  /** What MySQL answers an account without any right on the schema: a migration gives it some. */
  private static final int NO_RIGHT_ON_SCHEMA = 1044;

  /** For commands that work while the server runs. */
  private static final String BESIDE_THE_SERVER = "move-in";

  private final Map<String, String> environment;
  private final PrintStream out;

  CheckSettings(Map<String, String> environment, PrintStream out) {
    this.environment = environment;
    this.out = out;
  }

  public static void main(String[] arguments) {
    System.exit(
        new CheckSettings(System.getenv(), System.err)
            .run(!List.of(arguments).contains(BESIDE_THE_SERVER)));
  }

  /** Prints a sentence for each hindrance, and gives the exit status: 0 if there is none. */
  int run() {
    return run(true);
  }

  private int run(boolean forTheServer) {
    Settings.unknown(environment)
        .forEach(name -> out.println(name + " is set, but the portal has no such setting."));
    List<String> hindrances = new ArrayList<>(Settings.mistakes(environment));
    if (hindrances.isEmpty()) {
      folder("PORTAL_KEYS_DIR", hindrances);
      folder("PORTAL_STORE_DIR", hindrances);
      if (forTheServer) {
        address(hindrances);
      }
    }
    List<String> perhapsLater = new ArrayList<>();
    if (hindrances.isEmpty()) {
      login("PORTAL_DB_USER", "PORTAL_DB_PASSWORD", hindrances, perhapsLater);
      if (perhapsLater.isEmpty() && Settings.isGiven(environment, "PORTAL_DB_OWNER_USER")) {
        login("PORTAL_DB_OWNER_USER", "PORTAL_DB_OWNER_PASSWORD", hindrances, perhapsLater);
      }
    }
    hindrances.forEach(out::println);
    perhapsLater.forEach(out::println);
    if (!hindrances.isEmpty()) {
      return WRONG_SETTING;
    }
    return perhapsLater.isEmpty() ? 0 : NO_DATABASE_YET;
  }

  private void folder(String name, List<String> hindrances) {
    Path folder = Path.of(environment.get(name));
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "check-", null));
    } catch (IOException e) {
      hindrances.add(
          "%s must name a folder that %s can write, but is \"%s\"."
              .formatted(name, System.getProperty("user.name"), folder));
    }
  }

  private void address(List<String> hindrances) {
    String address = environment.getOrDefault("PORTAL_HTTP_ADDRESS", "127.0.0.1");
    int port = Integer.parseInt(environment.getOrDefault("PORTAL_HTTP_PORT", "8080"));
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getByName(address), port));
    } catch (IOException e) {
      hindrances.add(
          "The portal cannot listen on port %d of %s (PORTAL_HTTP_PORT, PORTAL_HTTP_ADDRESS): %s."
              .formatted(port, address, e.getMessage()));
    }
  }

  private void login(
      String user, String password, List<String> hindrances, List<String> perhapsLater) {
    String url = environment.get("PORTAL_DB_URL");
    String address = DatabaseConnection.withoutParameters(url);
    DatabaseAccount account = new DatabaseAccount(environment.get(user), environment.get(password));
    try {
      DatabaseConnection.open(url, account, PATIENCE_MILLIS).close();
    } catch (SQLException e) {
      if (e.getErrorCode() == NO_RIGHT_ON_SCHEMA) {
        perhapsLater.add(
            "The database at %s gives %s (%s) no right on this schema yet."
                .formatted(address, account.user(), user));
      } else if (isUnreachable(e)) {
        perhapsLater.add(
            "The database at %s does not answer yet: %s".formatted(address, reason(e)));
      } else {
        hindrances.add(
            "The database at %s does not let %s (%s) in: %s"
                .formatted(address, account.user(), user, reason(e)));
      }
    }
  }

  /** A certificate that is not trusted also ends the connection, but time does not mend it. */
  private static boolean isUnreachable(SQLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof GeneralSecurityException) {
        return false;
      }
    }
    return String.valueOf(failure.getSQLState()).startsWith("08");
  }

  /** The innermost message is the one that says what to do: "unknown host", "no valid path". */
  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return message.lines().findFirst().orElse("").strip().replaceFirst("\\.?$", ".");
  }
}
