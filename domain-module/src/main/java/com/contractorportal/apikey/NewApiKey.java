package com.contractorportal.apikey;

/**
 * An API key that was just made.
 *
 * @param clientSecret shown this once: the portal keeps only its hash
 */
public record NewApiKey(ApiKeyView key, String clientId, String clientSecret) {

  @Override
  public String toString() {
    return "NewApiKey[" + clientId + "]";
  }
}
