package com.contractorportal.file;

import java.time.Duration;

/** What a ticket opens, how long, and whether more than once. */
public enum TicketKind {
  /** A photo of a work log, as large as it is kept. */
  PHOTO(Duration.ofMinutes(1), true),

  /** The same, small. */
  THUMBNAIL(Duration.ofMinutes(1), true),

  /** A file of a report: asked for again where a download broke off. */
  REPORT_FILE(Duration.ofMinutes(5), false),

  /** All reports of a night. */
  REPORT_ARCHIVE(Duration.ofMinutes(5), false);

  private final Duration life;
  private final boolean once;

  TicketKind(Duration life, boolean once) {
    this.life = life;
    this.once = once;
  }

  Duration life() {
    return life;
  }

  /** Whether whoever brings it has it, and nobody after. */
  boolean isGoodOnce() {
    return once;
  }
}
