package com.contractorportal.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whose certificates are believed: those that Java itself trusts, or those of one's own authority.
 * Not the server's, which names key stores of its own to all that runs in it.
 */
final class TrustedServers {

  private TrustedServers() {}

  /**
   * Sockets that talk only to those who can show a certificate.
   *
   * @param authority a PEM file with certificates; Java's own if absent
   * @throws IllegalStateException if the file cannot be read, or holds no certificate
   */
  static SSLSocketFactory sockets(Optional<Path> authority) {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(authority.isPresent() ? of(authority.get()) : ofJava());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException | IOException failure) {
      throw new IllegalStateException(
          "The certificates to trust the mail server by (PORTAL_SMTP_CA) cannot be read.", failure);
    }
  }

  private static KeyStore of(Path authority) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream file = Files.newInputStream(authority)) {
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(file)) {
        store.setCertificateEntry(String.valueOf(store.size()), certificate);
      }
    }
    if (store.size() == 0) {
      throw new IOException(authority + " holds no certificate.");
    }
    return store;
  }

  private static KeyStore ofJava() throws GeneralSecurityException, IOException {
    Path file = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
    return KeyStore.getInstance(file.toFile(), (char[]) null);
  }
}
