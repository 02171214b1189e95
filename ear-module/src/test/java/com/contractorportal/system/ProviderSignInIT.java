package com.contractorportal.system;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A provider's word opens what a letter to the address would open, and no more. */
@ExtendWith(PortalExtension.class)
@Tag("any-database")
class ProviderSignInIT {

  private static final String ANYBODY = "{}";

  private PortalSystem portal;
  private FakeProvider provider;
  private NewCompany company;
  private String address;
  private String subject;

  @BeforeEach
  void somebody_whose_address_is_proven(PortalSystem running) {
    portal = running;
    provider = portal.provider();
    company = NewCompany.in(portal);
    address = company.hire(portal, "MANAGER");
    prove(address);
    subject = UUID.randomUUID().toString();
  }

  @AfterEach
  void all_is_well_with_the_provider() {
    provider.describe();
  }

  @Test
  void who_comes_by_a_verified_address_is_joined_and_known_from_then_on() {
    ProviderVisit visit = begun("{\"next\":\"/c/%s/routes?q=a\"}".formatted(company.customerId()));
    provider.gives(signed(claims(visit).build()));

    Answer back = visit.back();

    assertThat(back.status()).as(back.toString()).isEqualTo(303);
    assertThat(back.header("Location"))
        .hasValue("/login?by=provider&next=%2Fc%2F" + company.customerId() + "%2Froutes%3Fq%3Da");
    assertThat(back.headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("portal_refresh"))
        .anyMatch(
            cookie ->
                cookie.startsWith("portal_arrived=")
                    && cookie.contains("HttpOnly")
                    && cookie.contains("SameSite=Strict"));
    PortalClient browser = portal.stranger();
    Answer in = ProviderVisit.open(browser, back, ANYBODY);
    assertThat(in.status()).as(in.toString()).isEqualTo(200);
    browser.use(in);
    assertThat(browser.customerId()).isEqualTo(company.customerId());
    assertThat(browser.refreshCookie()).isPresent();
    assertThat(browser.get("/api/properties").status()).isEqualTo(200);
    assertThat(trail()).containsExactly("join-identity", "identify", "sign-in");
    assertThat(letters()).isEqualTo(1);

    ProviderVisit again = begun(ANYBODY);
    provider.gives(signed(claims(again).claim("email", "moved@elsewhere.example").build()));
    Answer second = ProviderVisit.open(portal.stranger(), again.back(), ANYBODY);

    assertThat(second.json().getJsonObject("account").getString("email")).isEqualTo(address);
    assertThat(letters()).isEqualTo(1);
  }

  @Test
  void the_question_and_the_exchange_are_those_of_the_standard() throws Exception {
    ProviderVisit visit = begun(ANYBODY);
    Map<String, String> asked = visit.asked();
    assertThat(visit.address().toString()).startsWith(provider.issuer() + "/authorize?");
    assertThat(asked)
        .containsEntry("tenant", "one")
        .containsEntry("response_type", "code")
        .containsEntry("client_id", FakeProvider.CLIENT)
        .containsEntry("redirect_uri", portal.address() + "/api/auth/oidc/callback")
        .containsEntry("code_challenge_method", "S256");
    assertThat(asked.get("scope").split(" ")).containsExactlyInAnyOrder("openid", "email");
    provider.gives(signed(claims(visit).build()));

    visit.back();

    LoggedRequest exchange = provider.exchanges().get(0);
    Map<String, String> sent = new LinkedHashMap<>();
    exchange.formParameters().forEach((name, value) -> sent.put(name, value.firstValue()));
    assertThat(sent)
        .containsEntry("grant_type", "authorization_code")
        .containsEntry("code", "any")
        .containsEntry("redirect_uri", asked.get("redirect_uri"));
    assertThat(
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                    MessageDigest.getInstance("SHA-256")
                        .digest(sent.get("code_verifier").getBytes(StandardCharsets.US_ASCII))))
        .isEqualTo(asked.get("code_challenge"));
    assertThat(exchange.getHeader("Authorization")).startsWith("Basic ");
  }

  @Test
  void only_the_browser_that_began_can_come_back() {
    ProviderVisit visit = begun(ANYBODY);
    ProviderVisit other = begun(ANYBODY);
    provider.gives(signed(claims(visit).build()));
    String answer = "code=any&state=" + ProviderVisit.encoded(visit.asked().get("state"));

    assertThat(problem(visit.backWith(other, answer))).isEqualTo("sign-in-provider-refused");
    assertThat(problem(visit.back("code=any"))).isEqualTo("sign-in-provider-refused");
    assertThat(problem(visit.back("code=any&state=guessed"))).isEqualTo("sign-in-provider-refused");
    assertThat(problem(visit.back(answer + "&iss=https%3A%2F%2Fevil.example")))
        .isEqualTo("sign-in-provider-refused");
    assertThat(problem(portal.stranger().get("/api/auth/oidc/callback?" + answer)))
        .isEqualTo("sign-in-left");
    assertThat(problem(visit.back("error=access_denied&" + answer.substring(9))))
        .isEqualTo("sign-in-provider-refused");
    assertThat(provider.exchanges()).isEmpty();

    assertThat(problem(visit.back(answer))).isEqualTo("none");
  }

  @Test
  void an_id_token_that_cannot_be_believed_opens_nothing() throws Exception {
    ProviderVisit visit = begun(ANYBODY);
    JWTClaimsSet good = claims(visit).build();
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("of another client", signed(with(good).audience("another-client").build()));
    bad.put("of another issuer", signed(with(good).issuer("https://evil.example").build()));
    bad.put("of another sign-in", signed(with(good).claim("nonce", "another").build()));
    bad.put("of no sign-in", signed(with(good).claim("nonce", null).build()));
    bad.put("without a time", signed(with(good).expirationTime(null).build()));
    bad.put("too old", signed(with(good).expirationTime(in(-600)).issueTime(in(-900)).build()));
    bad.put("without a person", signed(with(good).subject(null).build()));
    bad.put("unsigned", new PlainJWT(good).serialize());
    bad.put(
        "signed by somebody else",
        signed(
            good,
            JWSAlgorithm.RS256,
            new RSASSASigner(new RSAKeyGenerator(2048).keyID("one").generate())));
    bad.put(
        "signed with what the portal knows too",
        signed(
            good,
            JWSAlgorithm.HS256,
            new MACSigner(FakeProvider.SECRET.getBytes(StandardCharsets.UTF_8))));
    bad.put("not a token", "hello");

    bad.forEach(
        (what, token) -> {
          provider.gives(token);
          assertThat(problem(visit.back())).as(what).isEqualTo("sign-in-provider-refused");
        });
    assertThat(trail()).isEmpty();

    provider.gives(signed(good));
    assertThat(problem(visit.back())).isEqualTo("none");
  }

  @Test
  void an_address_that_the_provider_does_not_vouch_for_opens_nothing() {
    ProviderVisit visit = begun(ANYBODY);
    JWTClaimsSet good = claims(visit).build();
    String elsewhere = company.manager(); // Of a domain that the provider has no say in.
    prove(elsewhere);

    for (JWTClaimsSet claims :
        List.of(
            with(good).claim("email_verified", false).build(),
            with(good).claim("email_verified", null).build(),
            with(good).claim("email_verified", "true").build(),
            with(good).claim("email", null).build(),
            with(good).claim("email", elsewhere).build())) {
      provider.gives(signed(claims));
      assertThat(problem(visit.back())).as(claims.toString()).isEqualTo("address-not-verified");
    }
    assertThat(trail()).isEmpty();
  }

  @Test
  void an_account_that_a_letter_would_not_open_is_not_opened_nor_told_of() {
    String unproven = company.hire(portal, "ADMIN");
    String ofCustomer = company.hire(portal, "ADMIN");
    prove(ofCustomer);
    write(
        "UPDATE account SET customer_id = '%s', everybodys = NULL WHERE email = ?"
            .formatted(company.customerId()),
        ofCustomer);
    String operator = company.hire(portal, "ADMIN");
    prove(operator);
    write("UPDATE account SET super_admin = TRUE WHERE email = ?", operator);
    String locked = company.hire(portal, "ADMIN");
    prove(locked);
    write("UPDATE account SET locked_until = '2999-01-01' WHERE email = ?", locked);
    String waiting = company.hire(portal, "ADMIN");
    prove(waiting);
    write("UPDATE account SET password_hash = NULL WHERE email = ?", waiting);

    for (String closed :
        List.of(
            "nobody@portal.example",
            unproven,
            ofCustomer,
            operator,
            locked,
            waiting,
            // The database takes them for the same, mailboxes do not.
            address.replace("manager.", "mänager."))) {
      ProviderVisit visit = begun(ANYBODY);
      provider.gives(signed(claims(visit).claim("email", closed).build()));
      assertThat(problem(visit.back())).as(closed).isEqualTo("identity-unknown");
    }
    write("UPDATE account SET super_admin = FALSE WHERE email = ?", operator);
    assertThat(number("SELECT COUNT(*) FROM account_identity WHERE subject = ?", subject)).isZero();
    assertThat(trail()).isEmpty();
  }

  @Test
  void an_address_that_was_given_to_somebody_else_does_not_open_the_account_of_before() {
    signIn();
    String person = subject;

    for (String another : List.of(UUID.randomUUID().toString(), person.toUpperCase(Locale.ROOT))) {
      subject = another;
      ProviderVisit visit = begun(ANYBODY);
      provider.gives(signed(claims(visit).build()));
      assertThat(problem(visit.back())).isEqualTo("identity-unknown");
    }
  }

  @Test
  void who_has_become_an_operator_or_is_locked_out_comes_in_no_more() {
    signIn();

    write("UPDATE account SET super_admin = TRUE WHERE email = ?", address);
    assertThat(problem(visited())).isEqualTo("identity-unknown");
    write("UPDATE account SET super_admin = FALSE WHERE email = ?", address);
    write("UPDATE account SET locked_until = '2999-01-01' WHERE email = ?", address);
    assertThat(problem(visited())).isEqualTo("identity-unknown");
    write("UPDATE account SET locked_until = NULL WHERE email = ?", address);
    assertThat(problem(visited())).isEqualTo("none");
  }

  @Test
  void a_second_factor_is_asked_for_as_after_the_password() {
    PortalClient person = portal.login(address);
    JsonObject enrolment =
        person
            .post(
                "/api/auth/second-factor/enrolment",
                "{\"password\":\"" + PortalSystem.PASSWORD + "\"}")
            .json();
    Authenticator phone = new Authenticator(enrolment.getString("secret"));
    person.post("/api/auth/second-factor/confirmation", "{\"code\":\"" + phone.now() + "\"}");

    PortalClient browser = portal.stranger();
    JsonObject half = ProviderVisit.open(browser, visited(), ANYBODY).json();

    assertThat(half.keySet()).doesNotContain("accessToken", "customer");
    assertThat(browser.refreshCookie()).isEmpty();
    String challenge = half.getJsonObject("secondFactor").getString("challenge");
    String shown = "{\"challenge\":\"%s\",\"code\":\"%s\"}";
    assertThat(
            browser
                .post("/api/auth/second-factor", shown.formatted(challenge, phone.old()))
                .status())
        .isEqualTo(401);
    assertThat(
            browser
                .post("/api/auth/second-factor", shown.formatted(challenge, phone.next()))
                .status())
        .isEqualTo(200);
  }

  @Test
  void who_works_for_several_chooses_and_what_came_back_opens_one_session() {
    NewCompany other = NewCompany.in(portal);
    write(
        "INSERT INTO membership (account_id, customer_id, role, active, created_at, updated_at)"
            + " SELECT id, '%s', 'VIEWER', TRUE, UTC_TIMESTAMP(), UTC_TIMESTAMP() FROM account"
                .formatted(other.customerId())
            + " WHERE email = ?",
        address);
    Answer back = visited();

    JsonObject undecided = ProviderVisit.open(portal.stranger(), back, ANYBODY).json();
    assertThat(undecided.keySet()).doesNotContain("accessToken");
    assertThat(undecided.getJsonArray("memberships")).hasSize(2);
    String choice = "{\"customerId\":\"%s\"}".formatted(other.customerId());
    assertThat(
            ProviderVisit.open(portal.stranger(), back, "{\"customerId\":\"LEGACY001\"}").status())
        .isEqualTo(403);
    Answer in = ProviderVisit.open(portal.stranger(), back, choice);

    assertThat(in.json().getJsonObject("customer").getString("role")).isEqualTo("VIEWER");
    assertThat(ProviderVisit.open(portal.stranger(), back, choice).status()).isEqualTo(401);
  }

  @Test
  void what_came_back_is_worth_nothing_later_nor_after_a_change_of_the_password() {
    Answer late = visited();
    write(
        "UPDATE sign_in_challenge SET expires_at = UTC_TIMESTAMP() WHERE account_id ="
            + " (SELECT id FROM account WHERE email = ?)",
        address);
    assertThat(ProviderVisit.open(portal.stranger(), late, ANYBODY).status()).isEqualTo(401);

    Answer overtaken = visited();
    Answer changed =
        portal
            .login(address)
            .post(
                "/api/auth/password",
                "{\"currentPassword\":\"%s\",\"newPassword\":\"rime-grader-harbour-7\"}"
                    .formatted(PortalSystem.PASSWORD));
    assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
    assertThat(ProviderVisit.open(portal.stranger(), overtaken, ANYBODY).status()).isEqualTo(401);
  }

  @Test
  void nobody_gets_into_a_suspended_company_so() {
    Answer back = visited();
    write("UPDATE customer SET status = 'SUSPENDED' WHERE customer_id = ?", company.customerId());

    Answer refused = ProviderVisit.open(portal.stranger(), back, ANYBODY);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().getString("type")).isEqualTo("/problems/customer-suspended");
  }

  @Test
  void nobody_is_led_out_of_the_portal() {
    for (String next :
        List.of(
            "https://evil.example/c/",
            "//evil.example/c/",
            "/\\\\evil.example",
            "/c/\\\\evil.example",
            "/logout",
            "javascript:alert(1)")) {
      ProviderVisit visit = begun("{\"next\":\"" + next + "\"}");
      provider.gives(signed(claims(visit).build()));

      assertThat(visit.back().header("Location")).as(next).hasValue("/login?by=provider");
    }
  }

  @Test
  void a_provider_that_does_not_answer_holds_nobody_up() {
    provider.isSlow(60_000);
    Instant before = Instant.now();

    Answer refused = portal.stranger().post("/api/auth/oidc/start", ANYBODY);

    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(15));
    assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
    assertThat(refused.json().getString("type"))
        .isEqualTo("/problems/sign-in-provider-unavailable");
    assertThat(portal.login(address).get("/api/auth/me").status()).isEqualTo(200);
    provider.describe();

    ProviderVisit visit = begun(ANYBODY);
    provider.tokenEndpoint(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    assertThat(problem(visit.back())).isEqualTo("sign-in-provider-unavailable");
    provider.tokenEndpoint(aResponse().withStatus(302).withHeader("Location", "/elsewhere"));
    assertThat(problem(visit.back())).isEqualTo("sign-in-provider-refused");
    provider.tokenEndpoint(
        aResponse()
            .withStatus(400)
            .withHeader("Content-Type", "application/json")
            .withBody("{\"error\":\"invalid_grant\"}"));
    assertThat(problem(visit.back())).isEqualTo("sign-in-provider-refused");
  }

  private ProviderVisit begun(String body) {
    return ProviderVisit.begun(portal.stranger(), body);
  }

  /** The person has been at the provider and is back. */
  private Answer visited() {
    ProviderVisit visit = begun(ANYBODY);
    provider.gives(signed(claims(visit).build()));
    return visit.back();
  }

  private void signIn() {
    Answer in = ProviderVisit.open(portal.stranger(), visited(), ANYBODY);
    assertThat(in.status()).as(in.toString()).isEqualTo(200);
  }

  private static String problem(Answer back) {
    assertThat(back.status()).as(back.toString()).isEqualTo(303);
    String location = back.header("Location").orElseThrow();
    if (location.startsWith("/login?by=provider")) {
      return "none";
    }
    assertThat(location).startsWith("/login?problem=");
    assertThat(back.headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("portal_arrived"));
    return location.substring("/login?problem=".length());
  }

  private JWTClaimsSet.Builder claims(ProviderVisit visit) {
    return new JWTClaimsSet.Builder()
        .issuer(provider.issuer())
        .audience(FakeProvider.CLIENT)
        .subject(subject)
        .issueTime(in(0))
        .expirationTime(in(300))
        .claim("nonce", visit.asked().get("nonce"))
        .claim("email", address)
        .claim("email_verified", true);
  }

  private static JWTClaimsSet.Builder with(JWTClaimsSet claims) {
    return new JWTClaimsSet.Builder(claims);
  }

  private static Date in(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  private String signed(JWTClaimsSet claims) {
    try {
      return signed(claims, JWSAlgorithm.RS256, new RSASSASigner(provider.key()));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer)
      throws JOSEException {
    SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID("one").build(), claims);
    token.sign(signer);
    return token.serialize();
  }

  private void prove(String email) {
    write(
        "UPDATE account SET email_proven_at = UTC_TIMESTAMP() - INTERVAL 1 DAY WHERE email = ?",
        email);
  }

  /** What was done to the person's account, in its order. */
  private List<String> trail() {
    try (Connection connection = portal.database();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT GROUP_CONCAT(action ORDER BY at, id) FROM platform_audit"
                    + " WHERE actor_name = ?")) {
      query.setString(1, address);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        String all = row.getString(1);
        return all == null ? List.of() : List.of(all.split(","));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long letters() {
    return number(
        "SELECT COUNT(*) FROM outgoing_mail WHERE recipient = ?"
            + " AND subject LIKE '%can be opened by Example ID'",
        address);
  }

  private long number(String sql, String value) {
    try (Connection connection = portal.database();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, value);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(String sql, String value) {
    try (Connection connection = portal.database();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      assertThat(statement.executeUpdate()).as(sql).isPositive();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
