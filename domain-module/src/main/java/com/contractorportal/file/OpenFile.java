package com.contractorportal.file;

import java.io.InputStream;

/**
 * A file, open for reading; whoever asked for it closes it.
 *
 * @param name what to call it when it is kept
 */
public record OpenFile(String name, String mediaType, long byteCount, InputStream content) {}
