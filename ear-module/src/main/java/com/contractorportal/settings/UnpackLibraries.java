package com.contractorportal.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks the libraries of the WAR into a folder, so that {@code bin/portal} can run what is in
 * them: {@code UnpackLibraries portal.war folder}.
 */
public final class UnpackLibraries {

  private static final String LIBRARIES = "WEB-INF/lib/";

  private UnpackLibraries() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    try (ZipFile war = new ZipFile(arguments[0])) {
      Enumeration<? extends ZipEntry> entries = war.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory() && entry.getName().startsWith(LIBRARIES)) {
          // The last part only: no entry is written outside the folder.
          Path library = folder.resolve(Path.of(entry.getName()).getFileName().toString());
          try (InputStream content = war.getInputStream(entry)) {
            Files.copy(content, library);
          }
        }
      }
    }
  }
}
