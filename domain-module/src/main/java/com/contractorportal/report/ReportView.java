package com.contractorportal.report;

import java.util.List;

/**
 * A report that the portal makes.
 *
 * @param kind its name in runs
 * @param title its name for people
 * @param description what stands in it
 * @param formats in which it is made, by how names of files end: {@code csv}
 * @param parameters to what it can be limited when it is asked for
 */
public record ReportView(
    String kind,
    String title,
    String description,
    List<String> formats,
    List<ReportParameter> parameters) {}
