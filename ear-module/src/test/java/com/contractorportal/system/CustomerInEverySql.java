package com.contractorportal.system;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rule that no statement touches a customer-owned table without saying which customer's rows:
 * inserts name {@code customer_id} among their columns, and everything else compares {@code
 * customer_id} of each such table it names, each alias for itself.
 */
final class CustomerInEverySql {

  private static final Set<String> NO_ALIAS =
      Set.of(
          "where",
          "on",
          "set",
          "values",
          "value",
          "left",
          "right",
          "inner",
          "outer",
          "join",
          "cross",
          "natural",
          "order",
          "group",
          "having",
          "limit",
          "for",
          "union",
          "select",
          "force",
          "use",
          "ignore",
          "straight_join",
          "partition",
          "lock",
          "using");

  private final Pattern tables;

  /**
   * @param customerTables the customer-owned tables
   */
  CustomerInEverySql(Set<String> customerTables) {
    String names = "(?:" + String.join("|", customerTables) + ")";
    tables =
        Pattern.compile(
            // A column may bear a table's name: in a list, a table is followed by its alias.
            "(?:\\b(?:from|join|straight_join|into|update|table)[ (]+|, ?(?="
                + names
                + " (?!(?:as|asc|desc|from|having|limit|order|group)\\b)\\w))("
                + names
                + ")(?![\\w.])(?:\\s+(?:as\\s+)?(\\w+))?");
  }

  /** Whether the rule has anything to say about the statement. */
  boolean concerns(String sql) {
    String text = normal(sql);
    return text.matches("^\\(*(select|insert|update|delete|replace|with|load|truncate)\\b.*")
        && tables.matcher(text).find();
  }

  /**
   * The statement's shape without its values: equal for all statements that differ by them only.
   */
  static String normal(String sql) {
    return withoutTexts(sql)
        .replace("`", "")
        .replaceAll("(?i)\\b_(binary|utf8mb4) ?\\?", "?")
        .replaceAll("\\b\\d++(\\.\\d++)?\\b", "?")
        .replaceAll("\\s++", " ")
        .replaceAll("\\( ?\\?(?: ?, ?\\?)*+ ?\\)", "(?)")
        .replaceAll("(?:\\(\\?\\) ?,? ?)++", "(?) ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** Puts a question mark for each text and leaves comments out; texts may be megabytes long. */
  private static String withoutTexts(String sql) {
    StringBuilder bare = new StringBuilder();
    int i = 0;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      if (c == '\'' || c == '"') {
        i = endOfText(sql, i);
        bare.append('?');
      } else if (sql.startsWith("/*", i)) {
        int end = sql.indexOf("*/", i + 2);
        i = end < 0 ? sql.length() : end + 2;
        bare.append(' ');
      } else {
        bare.append(c);
        i++;
      }
    }
    return bare.toString();
  }

  private static int endOfText(String sql, int start) {
    char quote = sql.charAt(start);
    int i = start + 1;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote) {
        if (i + 1 == sql.length() || sql.charAt(i + 1) != quote) {
          return i + 1;
        }
        i++;
      }
      i++;
    }
    return sql.length();
  }

  /** What is wrong with the statement, if anything is. */
  Optional<String> violation(String sql) {
    String text = normal(sql);
    if (!concerns(sql)) {
      return Optional.empty();
    }
    Matcher table = tables.matcher(text);
    while (table.find()) {
      String before = text.substring(0, table.start(1)).strip();
      boolean written = before.endsWith("into");
      String alias =
          table.group(2) == null || NO_ALIAS.contains(table.group(2)) ? "" : table.group(2);
      boolean held =
          written
              ? namesCustomerColumn(text.substring(table.end(1)))
              : comparesCustomer(text, table.group(1), alias);
      if (!held) {
        return Optional.of(
            "customer_id of "
                + table.group(1)
                + (alias.isEmpty() ? "" : " " + alias)
                + " is free in: "
                + text);
      }
    }
    return Optional.empty();
  }

  private static boolean namesCustomerColumn(String afterTable) {
    int open = afterTable.indexOf('(');
    int close = afterTable.indexOf(')');
    return open >= 0
        && close > open
        && afterTable.substring(open, close).matches(".*\\bcustomer_id\\b.*");
  }

  private static boolean comparesCustomer(String text, String table, String alias) {
    String condition = text.replaceFirst("^update .*? set .*?(?= where |$)", "");
    String owner =
        alias.isEmpty() ? "(?<![\\w.])(?:" + table + "\\.)?" : "(?<![\\w.])" + alias + "\\.";
    String column = owner + "customer_id\\b";
    return Pattern.compile(column + "\\s*(=|<=>|in\\b)|=\\s*\\(*" + column)
        .matcher(condition)
        .find();
  }
}
