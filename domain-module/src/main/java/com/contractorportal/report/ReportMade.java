package com.contractorportal.report;

import java.time.Duration;

/**
 * A report was made for some customer, or was not; told within this node for its figures.
 *
 * @param kind what was made
 * @param took how long that lasted
 * @param rows how many it has, none if it failed
 */
public record ReportMade(String kind, boolean good, Duration took, long rows) {}
