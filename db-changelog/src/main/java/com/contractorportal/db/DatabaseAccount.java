package com.contractorportal.db;

/** A database login. Its text form never shows the password. */
public record DatabaseAccount(String user, String password) {

  @Override
  public String toString() {
    return "DatabaseAccount[user=" + user + "]";
  }
}
