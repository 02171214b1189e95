package com.contractorportal.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A service that speaks S3, on this machine, with one bucket; in memory of nothing once closed. */
public final class S3Server implements AutoCloseable {

  public static final String BUCKET = "portal-test";

  private static final Pattern PORT =
      Pattern.compile("Tomcat started on ports.* (\\d+) \\(http\\)");

  private final Process process;
  private final URI endpoint;

  /** Starts it, and waits until it answers. */
  public S3Server() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dcom.adobe.testing.s3mock.httpPort=0",
                "-Dserver.port=0",
                "-Dcom.adobe.testing.s3mock.store.initialBuckets=" + BUCKET,
                "-jar",
                program())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    endpoint = URI.create("http://127.0.0.1:" + port(said));
    Thread reader = new Thread(() -> said.lines().forEach(line -> {}), "s3-server-log");
    reader.setDaemon(true);
    reader.start();
  }

  private static String program() {
    return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
        .filter(path -> path.contains("s3mock"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("s3mock is not on the class path."));
  }

  private static String port(BufferedReader said) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      all.append(line).append('\n');
      Matcher started = PORT.matcher(line);
      if (started.find()) {
        return started.group(1);
      }
    }
    throw new IllegalStateException("The S3 server did not start:\n" + all);
  }

  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
