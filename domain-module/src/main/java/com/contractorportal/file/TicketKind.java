package com.contractorportal.file;

/** What a ticket opens. */
public enum TicketKind {
  /** A photo of a work log, as large as it is kept. */
  PHOTO,

  /** The same, small. */
  THUMBNAIL
}
