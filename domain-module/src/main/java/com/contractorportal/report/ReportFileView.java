package com.contractorportal.report;

/**
 * A file that a run wrote.
 *
 * @param name its name inside the run
 * @param mediaType for instance {@code text/csv}
 * @param byteCount its size
 * @param sha256 the SHA-256 digest of its bytes in hexadecimal
 */
public record ReportFileView(String name, String mediaType, long byteCount, String sha256) {}
