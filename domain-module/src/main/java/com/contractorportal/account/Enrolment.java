package com.contractorportal.account;

/**
 * What an authenticator needs to know, shown once.
 *
 * @param secret to be typed, in Base32 (RFC 4648)
 * @param uri the same to be scanned as a QR code
 */
public record Enrolment(String secret, String uri) {

  @Override
  public String toString() {
    return "Enrolment[secret]";
  }
}
