package com.contractorportal.file;

import java.util.UUID;

/** A feature that has files, for those who may see them. */
public interface FileSource {

  /** Whether files of this kind are its. */
  boolean has(TicketKind kind);

  /**
   * A file, for the acting person to look at what it is.
   *
   * @throws com.contractorportal.rule.NotFound if there is none, or none for this person
   */
  OfferedFile look(TicketKind kind, UUID id);

  /**
   * The same, for the acting person to take: where that has to be written down, it is.
   *
   * @throws com.contractorportal.rule.NotFound as {@link #look}
   */
  default OfferedFile take(TicketKind kind, UUID id) {
    return look(kind, id);
  }
}
