package com.contractorportal.report;

/**
 * A report that the portal makes.
 *
 * @param title its name for people
 * @param description what stands in it
 */
public record ReportView(ReportKind kind, String title, String description) {}
