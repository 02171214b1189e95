package com.contractorportal.leaving;

/** What is left of a customer: how much there was. */
public record Erased(long rows, long files) {}
