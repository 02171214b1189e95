package com.contractorportal.report;

import java.time.Instant;
import java.util.List;

/**
 * That the acting member gets a letter when a report is there.
 *
 * @param kind of the report
 * @param formats of the files that the letter names, by how names of files end: {@code csv}
 */
public record ReportSubscriptionView(
    String kind, List<String> formats, Instant createdAt, Instant updatedAt) {}
