package com.contractorportal.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** HAProxy in front of two nodes, with the configuration that operators are given. */
final class Proxy implements AutoCloseable {

  private static final Path CONFIGURATION = Path.of("..", "deploy", "haproxy.cfg");
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final URI plainAddress;
  private final URI address;
  private final HttpClient http;
  private final Process process;
  private final Path log;

  private Proxy(Path program, Path folder, URI first, URI second)
      throws IOException, GeneralSecurityException {
    CertificateAuthority authority = new CertificateAuthority(folder);
    Path certificate = folder.resolve("certificate.pem");
    Path key = folder.resolve("key.pem");
    authority.certify("localhost", certificate, key);
    Path both = folder.resolve("portal.pem");
    Files.writeString(both, Files.readString(certificate) + Files.readString(key));
    int port = PortalSystem.freePort();
    int plainPort = PortalSystem.freePort();
    address = URI.create("https://localhost:" + port);
    plainAddress = URI.create("http://localhost:" + plainPort);
    http =
        HttpClient.newBuilder()
            .sslContext(trusting(authority.trustStore()))
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    log = folder.resolve("haproxy.log");
    ProcessBuilder builder =
        new ProcessBuilder(program.toString(), "-db", "-f", CONFIGURATION.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "PROXY_HTTP", "127.0.0.1:" + plainPort,
                "PROXY_HTTPS", "127.0.0.1:" + port,
                "PROXY_CERTIFICATE", both.toAbsolutePath().toString(),
                "NODE_1", first.getAuthority(),
                "NODE_2", second.getAuthority()));
    process = builder.start();
  }

  /** Where HAProxy is on this machine, if it is. */
  static Optional<Path> program() {
    return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
        .map(folder -> Path.of(folder, "haproxy"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts one, and waits until it lets requests through. */
  static Proxy start(Path folder, URI first, URI second) throws Exception {
    Proxy proxy = new Proxy(program().orElseThrow(), folder, first, second);
    Instant limit = Instant.now().plus(LIMIT);
    while (!proxy.answers()) {
      if (!proxy.process.isAlive() || Instant.now().isAfter(limit)) {
        proxy.close();
        throw new AssertionError("HAProxy does not work: " + Files.readString(proxy.log));
      }
      Thread.sleep(100);
    }
    return proxy;
  }

  private boolean answers() {
    try {
      return stranger().get("/.well-known/jwks.json").status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** Someone who talks to the portal by the proxy, over TLS. */
  PortalClient stranger() {
    return new PortalClient(http, address);
  }

  /** The same without TLS. */
  PortalClient plainStranger() {
    return new PortalClient(http, plainAddress);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static SSLContext trusting(Path trustStore) throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(trustStore)) {
      trusted.load(in, CertificateAuthority.PASSWORD.toCharArray());
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }
}
