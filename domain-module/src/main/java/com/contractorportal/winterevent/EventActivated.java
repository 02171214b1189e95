package com.contractorportal.winterevent;

import java.util.UUID;

/**
 * Crews work for an event from now on: told in the transaction that activates it, once.
 *
 * @param eventId which event
 * @param openLogs whether a work log is wanted for each stop of the routes that somebody drives
 * @param work what those logs are of
 */
public record EventActivated(UUID eventId, boolean openLogs, Work work) {}
