package com.contractorportal.report;

/**
 * How far a run is.
 *
 * @param rows how many rows have been written
 */
public record RunProgress(RunStatus status, long rows) {}
