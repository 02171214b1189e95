package com.contractorportal.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.launch.PortalServer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** People sign in by a real provider, in a real browser; the provider is another site to it. */
@Tag("drill")
@BrowserTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakIT {

  private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

  private static PortalSystem portal;
  private static NewCompany company;
  private static String known;
  private static String unverified;
  private static Keycloak keycloak;
  private static PortalServer node;

  @BeforeAll
  static void a_node_whose_people_may_come_by_keycloak(PortalSystem running) throws Exception {
    portal = running;
    company = NewCompany.in(portal);
    known = company.hire(portal, "MANAGER");
    unverified = company.hire(portal, "MANAGER");
    prove(known);
    prove(unverified);
    keycloak = new Keycloak(PortalSystem.freePort());
    node =
        portal.anotherNode(
            Map.of(
                "PORTAL_OIDC_ISSUER",
                keycloak.issuer(),
                "PORTAL_OIDC_CLIENT_ID",
                Keycloak.CLIENT,
                "PORTAL_OIDC_CLIENT_SECRET",
                Keycloak.SECRET,
                "PORTAL_OIDC_NAME",
                "Keycloak"));
    keycloak.start(
        node.address() + "/api/auth/oidc/callback",
        List.of(
            new Keycloak.Person("known", known, true),
            new Keycloak.Person("unverified", unverified, false),
            new Keycloak.Person("stranger", "stranger@portal.example", true)));
    node.start();
  }

  @AfterAll
  static void nothing_is_left() throws IOException {
    if (node != null) {
      node.close();
    }
    keycloak.close();
  }

  @Test
  @Order(1)
  void a_person_comes_in_by_the_button(Page page) {
    page.navigate(node.address() + "/c/" + company.customerId() + "/routes");
    page.getByText("Sign in with Keycloak").waitFor();
    page.screenshot(new ScreenshotOptions().setPath(Path.of("target", "browser", "login.png")));

    signInAs(page, "known");

    page.waitForURL(node.address() + "/c/" + company.customerId() + "/routes");
    assertThat(
            page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName("Routes").setExact(true)))
        .isVisible();
    page.reload();
    assertThat(
            page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName("Routes").setExact(true)))
        .isVisible();
  }

  @Test
  @Order(2)
  void who_is_not_known_is_told_so_in_words(Page page) {
    page.navigate(node.address() + "/login");

    signInAs(page, "stranger");

    assertThat(page.getByRole(AriaRole.ALERT)).containsText("opens no account here");
    page.screenshot(new ScreenshotOptions().setPath(Path.of("target", "browser", "refused.png")));
  }

  @Test
  @Order(3)
  void an_address_that_is_not_verified_opens_nothing() throws Exception {
    ProviderVisit visit = begun();

    assertThat(visit.back(answerTo(visit, "unverified")).header("Location"))
        .hasValue("/login?problem=address-not-verified");
  }

  @Test
  @Order(4)
  void a_code_is_good_once_and_for_the_browser_that_asked_for_it() throws Exception {
    ProviderVisit visit = begun();
    ProviderVisit another = begun();
    String answer = answerTo(visit, "known");

    assertThat(another.back(answer).header("Location"))
        .hasValue("/login?problem=sign-in-provider-refused");
    // Another browser puts the code that it saw under its own state: the verifier is not its.
    String stolen =
        answerTo(begun(), "known")
            .replaceFirst("state=[^&]*", "state=" + another.asked().get("state"));
    assertThat(another.back(stolen).header("Location"))
        .hasValue("/login?problem=sign-in-provider-refused");

    Answer back = visit.back(answer);
    assertThat(back.header("Location")).hasValue("/login?by=provider");
    assertThat(visit.back(answer).header("Location"))
        .hasValue("/login?problem=sign-in-provider-refused");
    JsonObject in = ProviderVisit.open(stranger(), back, "{}").json();
    assertThat(in.getJsonObject("account").getString("email")).isEqualTo(known);
  }

  @Test
  @Order(5)
  void without_keycloak_people_are_told_and_sign_in_by_password(Page page) throws Exception {
    page.navigate(node.address() + "/login");
    page.getByText("Sign in with Keycloak").waitFor();
    ProviderVisit visit = begun();
    String answer = answerTo(visit, "known");
    keycloak.close();

    assertThat(visit.back(answer).header("Location"))
        .hasValue("/login?problem=sign-in-provider-unavailable");
    Answer refused = stranger().post("/api/auth/oidc/start", "{}");
    assertThat(refused.status()).isEqualTo(503);
    page.navigate(node.address() + "/login?problem=sign-in-provider-unavailable");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("does not answer");

    page.getByLabel("E-mail").fill(known);
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
        .fill(PortalSystem.PASSWORD);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in").setExact(true))
        .click();
    page.waitForURL(node.address() + "/c/" + company.customerId());
  }

  private static void signInAs(Page page, String name) {
    page.getByText("Sign in with Keycloak").click();
    page.locator("#username").fill(name);
    page.locator("#password").fill(Keycloak.PASSWORD);
    page.locator("#kc-login").click();
  }

  private static ProviderVisit begun() {
    return ProviderVisit.begun(stranger(), "{}");
  }

  private static PortalClient stranger() {
    return portal.strangerAt(node.address());
  }

  /** Fills in Keycloak's form, and tells with what it sends the browser back. */
  private static String answerTo(ProviderVisit visit, String name) throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    Map<String, String> cookies = new LinkedHashMap<>();
    HttpResponse<String> form =
        http.send(HttpRequest.newBuilder(visit.address()).build(), BodyHandlers.ofString());
    keep(form, cookies);
    Matcher action = FORM.matcher(form.body());
    assertThat(action.find()).as(form.body()).isTrue();
    HttpResponse<String> sent =
        http.send(
            HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                    "Cookie",
                    cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")))
                .POST(
                    BodyPublishers.ofString("username=" + name + "&password=" + Keycloak.PASSWORD))
                .build(),
            BodyHandlers.ofString());
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
    URI location = URI.create(sent.headers().firstValue("Location").orElseThrow());
    assertThat(location.toString()).startsWith(node.address() + "/api/auth/oidc/callback?");
    return location.getRawQuery();
  }

  private static void keep(HttpResponse<?> response, Map<String, String> cookies) {
    for (String header : response.headers().allValues("Set-Cookie")) {
      for (HttpCookie cookie : HttpCookie.parse("Set-Cookie: " + header)) {
        cookies.put(cookie.getName(), cookie.getValue());
      }
    }
  }

  private static void prove(String email) {
    try (Connection connection = portal.database();
        PreparedStatement statement =
            connection.prepareStatement(
                "UPDATE account SET email_proven_at = UTC_TIMESTAMP() - INTERVAL 1 DAY"
                    + " WHERE email = ?")) {
      statement.setString(1, email);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
