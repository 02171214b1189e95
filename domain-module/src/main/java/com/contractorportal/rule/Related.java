package com.contractorportal.rule;

import java.util.UUID;

/**
 * A thing that a refusal is about, for whoever wants to go there.
 *
 * @param id the thing
 * @param text what it is, in a few words
 */
public record Related(UUID id, String text) {}
