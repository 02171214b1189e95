package com.contractorportal.plan;

/** What a plan limits. */
public enum Limit {
  /** People who belong to the customer at present, invited ones included. */
  MEMBERS("members"),
  /** Properties in service: neither archived nor deleted. */
  PROPERTIES("properties"),
  /** Photos and report files, in bytes. */
  STORAGE_BYTES("bytes of photos and reports"),
  /** Requests to the API. */
  REQUESTS_PER_MINUTE("requests a minute"),
  /** How far back reports can be read, in days. */
  REPORT_HISTORY_DAYS("days of reports");

  private final String things;

  Limit(String things) {
    this.things = things;
  }

  String things() {
    return things;
  }
}
