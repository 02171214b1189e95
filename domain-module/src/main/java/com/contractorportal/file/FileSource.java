package com.contractorportal.file;

import java.util.UUID;

/** A feature that has files, for those who may see them. */
public interface FileSource {

  /** Whether files of this kind are its. */
  boolean has(TicketKind kind);

  /**
   * Whether the acting person may see a file.
   *
   * @throws com.contractorportal.rule.NotFound if there is none, or none for this person
   */
  void check(TicketKind kind, UUID id);

  /**
   * Opens a file for the acting person.
   *
   * @throws com.contractorportal.rule.NotFound if there is none, or none for this person
   */
  OpenFile open(TicketKind kind, UUID id);
}
