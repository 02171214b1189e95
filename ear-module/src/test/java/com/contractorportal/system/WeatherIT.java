package com.contractorportal.system;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.launch.DemoData;
import com.github.tomakehurst.wiremock.WireMockServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the weather was, and what it will be. */
@ExtendWith(PortalExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WeatherIT {

  private static final String IMPORT = "/api/weather/imports?fileName=daily.csv";
  private static final String POINT = "/points/40.75,-73.98";

  private WireMockServer service;
  private PortalClient manager;
  private PortalClient crew;
  private String property;
  private String crewsProperty;

  @BeforeAll
  void a_company_in_new_york(PortalSystem portal) {
    service = portal.weather();
    NewCompany company = NewCompany.in(portal);
    manager = portal.login(company.manager());
    crew = portal.login(company.hire(portal, "CONTRACTOR"));
    String member =
        manager.get("/api/members").items().stream()
            .filter(it -> it.getString("role").equals("CONTRACTOR"))
            .map(it -> it.getString("id"))
            .findFirst()
            .orElseThrow();
    property = property("Office", ",\"latitude\":40.754932,\"longitude\":-73.984016");
    crewsProperty = property("Crew's", ",\"latitude\":40.754932,\"longitude\":-73.984016");
    manager.post(
        "/api/routes",
        "{\"name\":\"Round\",\"memberId\":\"%s\",\"stops\":[\"%s\"]}"
            .formatted(member, crewsProperty));
  }

  @Test
  void the_daily_file_is_taken_as_it_is_and_tells_the_weather_near_a_property() throws IOException {
    byte[] file;
    try (InputStream in = DemoData.class.getResourceAsStream("demo/weather-new-york-daily.csv")) {
      file = in.readAllBytes();
    }
    String path = IMPORT + "&latitude=40.78&longitude=-73.97";

    Answer first = manager.send("POST", path, "text/csv", BodyPublishers.ofByteArray(file));
    assertThat(first.status()).as(first.toString()).isEqualTo(200);
    assertThat(first.json().getInt("rowsRead")).isEqualTo(1461);
    assertThat(first.json().getInt("rowsAdded")).isEqualTo(1461);
    assertThat(first.json().getInt("rowsRejected")).isZero();
    assertThat(first.json().getJsonArray("errors")).isEmpty();
    Answer again = manager.send("POST", path, "text/csv", BodyPublishers.ofByteArray(file));
    assertThat(again.json().getInt("rowsUnchanged")).isEqualTo(1461);
    assertThat(again.json().getInt("rowsAdded")).isZero();

    // It snowed in New York; the day begins at midnight there.
    JsonObject page =
        manager.get("/api/weather?place=new%20york&limit=2&sort=-observedAt&total=true").json();
    assertThat(page.getInt("total")).isEqualTo(1461);
    assertThat(page.getJsonArray("items").getJsonObject(0).getString("observedAt"))
        .isEqualTo("2015-12-31T05:00:00Z");
    List<JsonObject> day =
        manager
            .get("/api/weather?from=2015-01-26T00:00:00Z&to=2015-01-27T00:00:00Z&period=DAY")
            .items();
    assertThat(day)
        .singleElement()
        .satisfies(it -> assertThat(it.getString("conditions")).isEqualTo("snow"));
    assertThat(day.get(0).containsKey("snowfallCm")).isFalse();

    String near = "/api/weather/nearest?at=2015-01-26T18:00:00Z&propertyId=";
    JsonObject nearest = manager.get(near + property).json();
    assertThat(nearest.getJsonObject("observation").getString("observedAt"))
        .isEqualTo("2015-01-26T05:00:00Z");
    assertThat(nearest.getJsonNumber("distanceM").longValue()).isBetween(2_000L, 4_000L);
    assertThat(nearest.getJsonNumber("minutesAway").longValue()).isZero();
    assertThat(crew.get(near + crewsProperty).status()).isEqualTo(200);
    assertThat(crew.get(near + property).status()).isEqualTo(404);
    assertThat(crew.get("/api/weather").status()).isEqualTo(403);
    assertThat(
            manager
                .get("/api/weather/nearest?propertyId=" + property("Lost", ""))
                .json()
                .getString("type"))
        .isEqualTo("/problems/no-observation");
  }

  @Test
  void a_file_that_is_none_is_a_problem() {
    assertProblem(manager.send("POST", IMPORT, "text/csv", "no,usable\n"), 400, "unusable-file");
    assertProblem(
        manager.send("POST", IMPORT, "text/csv", "place,date\n" + " ".repeat(3_000_000)),
        413,
        "too-large");
    assertProblem(
        manager.send("POST", IMPORT + "&latitude=91&longitude=0", "text/csv", "place,date\n"),
        400,
        "validation-failed");
    assertProblem(
        manager.send("POST", IMPORT + "&latitude=1", "text/csv", "place,date\n"),
        400,
        "validation-failed");
    assertProblem(manager.get("/api/weather?from=yesterday"), 400, "validation-failed");
    assertProblem(manager.get("/api/weather?period=YEAR"), 400, "validation-failed");
    assertProblem(manager.get("/api/weather/nearest?propertyId=here"), 400, "validation-failed");
    Answer partly =
        manager.send("POST", IMPORT, "text/csv", "place,date\nStowe,2026-01-05\nStowe,never\n");
    assertThat(partly.json().getInt("rowsAdded")).isEqualTo(1);
    JsonObject error = partly.json().getJsonArray("errors").getJsonObject(0);
    assertThat(error.getInt("line")).isEqualTo(3);
    assertThat(error.getString("field")).isEqualTo("date");
    assertThat(error.getString("value")).isEqualTo("never");
  }

  @Test
  void a_forecast_is_asked_for_with_a_rounded_position_only() {
    service.resetAll();
    service.stubFor(
        get(urlEqualTo(POINT))
            .willReturn(okJson("{\"properties\":{\"gridId\":\"OKX\",\"gridX\":33,\"gridY\":37}}")));
    service.stubFor(
        get(urlEqualTo("/gridpoints/OKX/33,37"))
            .willReturn(
                okJson(
                    "{\"properties\":{\"updateTime\":\"2026-01-05T09:12:44+00:00\",\"snowfallAmount\":"
                        + "{\"values\":[{\"validTime\":\"2026-01-05T12:00:00+00:00/PT2H\",\"value\":50.8}]}}}")));

    Answer forecast = crew.get(forecast(crewsProperty));

    assertThat(forecast.status()).as(forecast.toString()).isEqualTo(200);
    assertThat(forecast.json().getString("issuedAt")).isEqualTo("2026-01-05T09:12:44Z");
    JsonObject hour = forecast.json().getJsonArray("hours").getJsonObject(1);
    assertThat(hour.getString("at")).isEqualTo("2026-01-05T13:00:00Z");
    assertThat(hour.getJsonNumber("snowfallCm").bigDecimalValue()).isEqualByComparingTo("2.54");
    assertThat(hour.containsKey("temperatureC")).isFalse();
    service.verify(2, getRequestedFor(urlMatching(".*")));
  }

  @Test
  void a_contractor_asks_for_forecasts_of_what_they_serve_only() {
    service.resetAll();

    assertProblem(crew.get(forecast(property)), 404, "not-found");
    assertProblem(manager.get(forecast(UUID.randomUUID().toString())), 404, "not-found");
    assertProblem(manager.get(forecast(property("Nowhere", ""))), 409, "no-forecast");
    service.verify(0, getRequestedFor(urlMatching(".*")));
  }

  @Test
  void a_weather_service_in_trouble_is_told_as_such() {
    service.resetAll();
    service.stubFor(get(urlEqualTo(POINT)).willReturn(serverError()));
    assertProblem(manager.get(forecast(property)), 503, "forecast-unavailable");
    service.stubFor(get(urlEqualTo(POINT)).willReturn(status(404)));
    assertProblem(manager.get(forecast(property)), 409, "no-forecast");
  }

  private String property(String name, String more) {
    return manager
        .post(
            "/api/properties",
            "{\"name\":\"" + name + "\",\"street\":\"1 Main St\",\"kind\":\"OTHER\"" + more + "}")
        .createdId();
  }

  private static String forecast(String propertyId) {
    return "/api/weather/forecast?propertyId=" + propertyId;
  }

  private static void assertProblem(Answer answer, int status, String problem) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.json().getString("type")).isEqualTo("/problems/" + problem);
  }
}
