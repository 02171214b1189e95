package com.contractorportal.worklog;

import com.contractorportal.rule.Conflict;
import com.contractorportal.rule.Related;
import com.contractorportal.rule.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A member has one open log at a property. */
public final class LogAlreadyOpen extends Conflict {

  private static final long serialVersionUID = 1L;

  private final transient Optional<UUID> open;

  LogAlreadyOpen(Optional<UUID> open) {
    super(
        "log-already-open",
        open.isPresent()
            ? "This member has an open log at this property already, %s. Complete that one first."
            : "This member has an open log at this property already. Complete that one first.",
        open.orElse(null));
    this.open = open;
  }

  @Override
  public List<Related> related() {
    return open.map(id -> new Related(id, Sentence.of("The open log.").toString())).stream()
        .toList();
  }
}
