package com.contractorportal.system;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import jakarta.json.Json;
import java.util.List;

/** An OpenID Connect provider that says whatever a test lets it say. */
final class FakeProvider implements AutoCloseable {

  static final String CLIENT = "portal-under-test";
  static final String SECRET = "a secret of the portal under test, long enough for HS256";

  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final String TOKEN = "/token";

  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
  private final RSAKey key;

  FakeProvider() {
    try {
      key = new RSAKeyGenerator(2048).keyID("one").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    server.start();
    describe();
  }

  String issuer() {
    return server.baseUrl();
  }

  RSAKey key() {
    return key;
  }

  /** As it is when all is well. */
  void describe() {
    server.resetAll();
    server.stubFor(get(DISCOVERY).willReturn(okJson(description())));
    server.stubFor(get("/keys").willReturn(okJson(new JWKSet(key.toPublicJWK()).toString())));
  }

  /** Every code is good for this ID token. */
  void gives(String idToken) {
    tokenEndpoint(
        okJson(
            Json.createObjectBuilder()
                .add("access_token", "opens nothing here")
                .add("token_type", "Bearer")
                .add("id_token", idToken)
                .build()
                .toString()));
  }

  void tokenEndpoint(ResponseDefinitionBuilder answer) {
    server.stubFor(post(TOKEN).willReturn(answer));
  }

  /** It takes this long to describe itself. */
  void isSlow(int milliseconds) {
    server.stubFor(
        get(DISCOVERY)
            .willReturn(aResponse().withFixedDelay(milliseconds).withBody(description())));
  }

  /** What it was sent with codes. */
  List<LoggedRequest> exchanges() {
    return server.findAll(postRequestedFor(urlEqualTo(TOKEN)));
  }

  private String description() {
    return Json.createObjectBuilder()
        .add("issuer", issuer())
        .add("authorization_endpoint", issuer() + "/authorize?tenant=one")
        .add("token_endpoint", issuer() + TOKEN)
        .add("jwks_uri", issuer() + "/keys")
        .add("response_types_supported", Json.createArrayBuilder().add("code"))
        .add("subject_types_supported", Json.createArrayBuilder().add("public"))
        .add("id_token_signing_alg_values_supported", Json.createArrayBuilder().add("RS256"))
        .build()
        .toString();
  }

  @Override
  public void close() {
    server.stop();
  }
}
