package com.contractorportal.plan;

import com.contractorportal.rule.English;
import com.contractorportal.rule.Sentence;

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

  private final Sentence things;

  Limit(@English String things) {
    this.things = Sentence.of(things);
  }

  Sentence things() {
    return things;
  }
}
