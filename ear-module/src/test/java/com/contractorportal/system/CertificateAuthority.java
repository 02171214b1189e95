package com.contractorportal.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A certificate authority that nobody trusts but those who are given its trust store. */
final class CertificateAuthority {

  /** Opens the trust store. */
  static final String PASSWORD = "public-knowledge";

  private final Path folder;

  /** Makes an authority in a folder, which is made too. */
  CertificateAuthority(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    keytool("-genkeypair -alias ca -keyalg EC -dname CN=Test -ext bc:critical=ca:true", "ca.p12");
  }

  /** A key store with the authority's certificate, for whoever is to trust it. */
  Path trustStore() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("ca", open("ca.p12").getCertificate("ca"));
    Path file = folder.resolve("trust.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      trusted.store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  /** Writes a server's certificate and its key, as PEM. */
  void certify(String host, Path certificate, Path key)
      throws IOException, GeneralSecurityException {
    Files.deleteIfExists(folder.resolve("server.p12"));
    keytool("-genkeypair -alias server -keyalg RSA -dname CN=" + host, "server.p12");
    keytool("-certreq -alias server -file " + folder.resolve("server.csr"), "server.p12");
    keytool(
        "-gencert -alias ca -rfc -ext san=dns:%s -infile %s -outfile %s"
            .formatted(host, folder.resolve("server.csr"), certificate),
        "ca.p12");
    byte[] secret = open("server.p12").getKey("server", PASSWORD.toCharArray()).getEncoded();
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(secret);
    Files.writeString(
        key, "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n");
  }

  private KeyStore open(String name) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve(name))) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private void keytool(String arguments, String keyStore) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments.split(" ")));
    command.addAll(
        List.of("-keystore", folder.resolve(keyStore).toString(), "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
