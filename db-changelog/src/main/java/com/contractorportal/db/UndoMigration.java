package com.contractorportal.db;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * Takes the schema back to where the last migration found it, for an operator who returns to the
 * release before: run by {@code bin/portal undo-migration}. Says what it would undo, and does so
 * only if told {@code --yes}: what the undone changes held is lost.
 */
public final class UndoMigration {

  /** Exit status when nothing was undone: a setting is missing, or the database refuses. */
  static final int NOT_UNDONE = 78;

  private UndoMigration() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.getenv(), System.out));
  }

  static int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
    boolean sure = arguments.equals(List.of("--yes"));
    if (!sure && !arguments.isEmpty()) {
      out.println("Say undo-migration to see what would be undone, undo-migration --yes to do so.");
      return NOT_UNDONE;
    }
    String owner = environment.getOrDefault("PORTAL_DB_OWNER_USER", "");
    if (owner.isEmpty()) {
      out.println("Only the schema's owner can undo a migration: set PORTAL_DB_OWNER_USER.");
      return NOT_UNDONE;
    }
    try {
      List<String> changes =
          SchemaMigration.undoLast(
              environment.get("PORTAL_DB_URL"),
              owner,
              environment.getOrDefault("PORTAL_DB_OWNER_PASSWORD", ""),
              sure);
      out.println(
          sure
              ? "Undone, the newest change first:"
              : "The last migration made these changes, the newest first; --yes undoes them, and"
                  + " what they hold is lost:");
      changes.forEach(change -> out.println("  " + change));
      return 0;
    } catch (SchemaMigrationException refused) {
      out.println(refused.getMessage());
      return NOT_UNDONE;
    }
  }
}
