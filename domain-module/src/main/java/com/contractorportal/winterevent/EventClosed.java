package com.contractorportal.winterevent;

import java.util.UUID;

/**
 * An event is over: told in the transaction that closes it.
 *
 * @param eventId which event
 */
public record EventClosed(UUID eventId) {}
