package com.contractorportal.winterevent;

import java.util.Optional;

/**
 * Which winter events are wanted.
 *
 * @param text stands in the name or the notes
 */
public record WinterEventFilter(
    Optional<String> text, Optional<EventStatus> status, Optional<EventKind> kind) {}
