package com.contractorportal.winterevent;

import java.util.UUID;

/**
 * An event is about to be closed, and nobody else changes it until the transaction ends. An
 * observer that knows of something unfinished refuses by a failure of its own.
 *
 * @param eventId which event
 */
public record EventClosing(UUID eventId) {}
