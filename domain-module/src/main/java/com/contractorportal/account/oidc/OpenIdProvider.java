package com.contractorportal.account.oidc;

import com.contractorportal.rule.Overloaded;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The OpenID Connect provider that the operator named, if any: sends people there and finds out who
 * came back (OpenID Connect Core 1.0, authorization code flow with PKCE, RFC 7636).
 *
 * <p>Nothing of the provider is kept: each sign-in reads its description and its keys anew, so that
 * a change there, or its silence, shows at once.
 */
@ApplicationScoped
class OpenIdProvider implements IdentityProvider {

  /** Where the provider sends people back to, below the portal's public address. */
  private static final String CALLBACK = "/api/auth/oidc/callback";

  private static final Logger LOG = Logger.getLogger(OpenIdProvider.class.getName());

  /** Of one sign-in; three answers are waited for at most. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Anybody may begin to sign in: a provider that is slow must not take all threads. */
  private static final int PLACES = 20;

  private static final Scope SCOPE = new Scope("openid", "email");

  /** As the standard has it, and without spaces at the end, which databases do not count. */
  private static final Pattern SUBJECT = Pattern.compile("[ -~]{0,254}[!-~]");

  private static final String ANY_DOMAIN = "*";

  private final Optional<Issuer> issuer;
  private final ClientID client;
  private final Optional<Secret> secret;
  private final String name;
  private final Set<String> domains;
  private final URI callback;
  private final Semaphore places = new Semaphore(PLACES);

  /** For proxies only. */
  protected OpenIdProvider() {
    issuer = Optional.empty();
    client = null;
    secret = Optional.empty();
    name = null;
    domains = Set.of();
    callback = null;
  }

  @Inject
  OpenIdProvider(
      @ConfigProperty(name = "portal.oidc.issuer") Optional<String> issuer,
      @ConfigProperty(name = "portal.oidc.client.id") Optional<String> clientId,
      @ConfigProperty(name = "portal.oidc.client.secret") Optional<String> clientSecret,
      @ConfigProperty(name = "portal.oidc.name") Optional<String> name,
      @ConfigProperty(name = "portal.oidc.email.domains") Optional<String> domains,
      @ConfigProperty(name = "portal.public.url") Optional<String> publicUrl) {
    boolean complete = clientId.isPresent() && publicUrl.isPresent();
    this.issuer = issuer.filter(url -> complete).map(Issuer::new);
    this.client = clientId.map(ClientID::new).orElse(null);
    this.secret = clientSecret.map(Secret::new);
    this.name = name.or(() -> issuer.map(url -> URI.create(url).getHost())).orElse(null);
    this.domains =
        Arrays.stream(domains.orElse("").toLowerCase(Locale.ROOT).split(","))
            .map(String::strip)
            .filter(domain -> !domain.isEmpty())
            .collect(Collectors.toSet());
    this.callback =
        publicUrl.map(url -> URI.create(url.replaceFirst("/+$", "") + CALLBACK)).orElse(null);
  }

  @Override
  public Optional<String> name() {
    return issuer.map(configured -> name);
  }

  @Override
  public Attempt newAttempt() {
    return new Attempt(
        new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue());
  }

  @Override
  public URI address(Attempt attempt) {
    OIDCProviderMetadata provider = metadata();
    return new AuthenticationRequest.Builder(ResponseType.CODE, SCOPE, client, callback)
        .endpointURI(provider.getAuthorizationEndpointURI())
        .state(new State(attempt.state()))
        .nonce(new Nonce(attempt.nonce()))
        .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  @Override
  public ProviderIdentity identify(Attempt attempt, Map<String, List<String>> answer) {
    configured();
    AuthenticationResponse response = response(answer);
    if (!isAnswerTo(attempt, response)) {
      throw refused("the answer is to no question of this browser's");
    }
    if (!response.indicatesSuccess()) {
      throw refused("it says " + response.toErrorResponse().getErrorObject().getCode());
    }
    AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
    if (code == null) {
      throw refused("there is no code in its answer");
    }
    OIDCProviderMetadata provider = metadata();
    JWT token = exchange(provider, code, attempt);
    return identity(validated(provider, token, attempt));
  }

  private static AuthenticationResponse response(Map<String, List<String>> answer) {
    try {
      return AuthenticationResponseParser.parse(URI.create(CALLBACK), answer);
    } catch (com.nimbusds.oauth2.sdk.ParseException unreadable) {
      throw refused("its answer cannot be read");
    }
  }

  /** An answer that names another issuer was meant for somebody else (RFC 9207). */
  private boolean isAnswerTo(Attempt attempt, AuthenticationResponse response) {
    return response.getState() != null
        && MessageDigest.isEqual(
            response.getState().getValue().getBytes(StandardCharsets.UTF_8),
            attempt.state().getBytes(StandardCharsets.UTF_8))
        && (response.getIssuer() == null || response.getIssuer().equals(configured()));
  }

  private JWT exchange(OIDCProviderMetadata provider, AuthorizationCode code, Attempt attempt) {
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(code, callback, new CodeVerifier(attempt.verifier()));
    URI endpoint = provider.getTokenEndpointURI();
    TokenRequest request =
        secret
            .map(known -> new TokenRequest.Builder(endpoint, proof(provider, known), grant))
            .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant))
            .build();
    HTTPResponse answer = send(request.toHTTPRequest());
    if (answer.getStatusCode() >= 500) {
      throw unavailable("its token endpoint answers with status " + answer.getStatusCode());
    }
    try {
      TokenResponse response = OIDCTokenResponseParser.parse(answer);
      if (!response.indicatesSuccess()) {
        throw refused("it says " + response.toErrorResponse().getErrorObject().getCode());
      }
      JWT token = ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens().getIDToken();
      if (token == null) {
        throw refused("there is no ID token");
      }
      return token;
    } catch (com.nimbusds.oauth2.sdk.ParseException unreadable) {
      throw refused("its token cannot be read");
    }
  }

  private ClientAuthentication proof(OIDCProviderMetadata provider, Secret known) {
    List<ClientAuthenticationMethod> methods = provider.getTokenEndpointAuthMethods();
    boolean basic =
        methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return basic ? new ClientSecretBasic(client, known) : new ClientSecretPost(client, known);
  }

  /** Signature, issuer, audience, time and nonce, as OpenID Connect Core 1.0, 3.1.3.7 has it. */
  private IDTokenClaimsSet validated(OIDCProviderMetadata provider, JWT token, Attempt attempt) {
    try {
      return new IDTokenValidator(
              configured(),
              client,
              // Public keys only: nobody signs with what everybody knows.
              new JWSVerificationKeySelector<>(
                  Set.copyOf(JWSAlgorithm.Family.SIGNATURE), new ImmutableJWKSet<>(keys(provider))),
              null)
          .validate(token, new Nonce(attempt.nonce()));
    } catch (BadJOSEException | JOSEException unbelievable) {
      throw refused("its ID token is refused: " + unbelievable.getMessage());
    }
  }

  private JWKSet keys(OIDCProviderMetadata provider) {
    HTTPResponse answer = send(new HTTPRequest(HTTPRequest.Method.GET, provider.getJWKSetURI()));
    try {
      answer.ensureStatusCode(200);
      return JWKSet.parse(answer.getBody());
    } catch (com.nimbusds.oauth2.sdk.ParseException | java.text.ParseException unreadable) {
      throw unavailable("its keys cannot be read");
    }
  }

  private ProviderIdentity identity(IDTokenClaimsSet claims) {
    String subject = claims.getSubject().getValue();
    if (!SUBJECT.matcher(subject).matches()) {
      throw refused("its ID token names nobody");
    }
    return new ProviderIdentity(
        configured().getValue(),
        subject,
        Optional.ofNullable(claims.getStringClaim("email"))
            .filter(address -> Boolean.TRUE.equals(claims.getBooleanClaim("email_verified")))
            .filter(this::isTrustedFor));
  }

  private boolean isTrustedFor(String address) {
    String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return domains.contains(ANY_DOMAIN) || domains.contains(domain);
  }

  private Issuer configured() {
    return issuer.orElseThrow(ProviderNotConfigured::new);
  }

  private OIDCProviderMetadata metadata() {
    Issuer named = configured();
    return within(
        () -> {
          try {
            OIDCProviderMetadata found = OIDCProviderMetadata.resolve(named, this::restrain);
            if (found.getAuthorizationEndpointURI() == null
                || found.getTokenEndpointURI() == null
                || found.getJWKSetURI() == null) {
              throw unavailable("its description lacks an address");
            }
            return found;
          } catch (GeneralException | IOException failure) {
            throw unavailable("its description cannot be had: " + failure.getMessage());
          }
        });
  }

  private HTTPResponse send(HTTPRequest request) {
    restrain(request);
    return within(
        () -> {
          try {
            return request.send();
          } catch (IOException failure) {
            throw unavailable(failure.getMessage());
          }
        });
  }

  private void restrain(HTTPRequest request) {
    request.setConnectTimeout(Math.toIntExact(PATIENCE.toMillis()));
    request.setReadTimeout(Math.toIntExact(PATIENCE.toMillis()));
    request.setFollowRedirects(false);
  }

  private <T> T within(Supplier<T> question) {
    if (!places.tryAcquire()) {
      throw new Overloaded();
    }
    try {
      return question.get();
    } finally {
      places.release();
    }
  }

  private static ProviderUnavailable unavailable(String why) {
    LOG.log(Level.WARNING, "The OpenID Connect provider does not answer as it should: {0}", why);
    return new ProviderUnavailable();
  }

  private static ProviderRefused refused(String why) {
    LOG.log(Level.WARNING, "A sign-in by the OpenID Connect provider is refused: {0}", why);
    return new ProviderRefused();
  }
}
