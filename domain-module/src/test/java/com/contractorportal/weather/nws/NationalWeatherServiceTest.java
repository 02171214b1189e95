package com.contractorportal.weather.nws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.geo.Position;
import com.contractorportal.weather.Forecast;
import com.contractorportal.weather.ForecastNotConfigured;
import com.contractorportal.weather.ForecastUnavailable;
import com.contractorportal.weather.NoForecast;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NationalWeatherServiceTest {

  private static final Position BARRE = new Position(44.2, -72.5);
  private static final String POINT = "/points/44.2,-72.5";
  private static final String GRID = "/gridpoints/BTV/105,56";

  /** In the shape of what api.weather.gov answers, but for fields that nobody reads. */
  private static final String POINT_ANSWER =
      """
      {"@context":["https://geojson.org/geojson-ld/geojson-context.jsonld"],"id":"https://api.weather.gov/points/44.2,-72.5",
       "type":"Feature","geometry":{"type":"Point","coordinates":[-72.5,44.2]},
       "properties":{"@id":"https://api.weather.gov/points/44.2,-72.5","@type":"wx:Point","cwa":"BTV",
        "gridId":"BTV","gridX":105,"gridY":56,"forecastGridData":"http://elsewhere.example/gridpoints/BTV/105,56",
        "timeZone":"America/New_York","radarStation":"KCXX"}}
      """;

  private static final String GRID_ANSWER =
      """
      {"id":"https://api.weather.gov/gridpoints/BTV/105,56","type":"Feature",
       "properties":{"updateTime":"2026-01-05T09:12:44+00:00","validTimes":"2026-01-05T03:00:00+00:00/P7DT22H",
        "temperature":{"uom":"wmoUnit:degC","values":[
          {"validTime":"2026-01-05T12:00:00+00:00/PT2H","value":-3.8888888888888888},
          {"validTime":"2026-01-05T14:00:00+00:00/PT1H","value":-3}]},
        "windSpeed":{"uom":"wmoUnit:km_h-1","values":[
          {"validTime":"2026-01-05T12:00:00+00:00/PT1H","value":18.52}]},
        "probabilityOfPrecipitation":{"uom":"wmoUnit:percent","values":[
          {"validTime":"2026-01-05T12:00:00+00:00/PT3H","value":90},
          {"validTime":"2026-01-05T15:00:00+00:00/PT3H","value":null}]},
        "quantitativePrecipitation":{"uom":"wmoUnit:mm","values":[
          {"validTime":"2026-01-05T12:00:00+00:00/PT2H","value":3}]},
        "iceAccumulation":{"uom":"wmoUnit:mm","values":[
          {"validTime":"2026-01-05T12:00:00+00:00/PT6H","value":0}]},
        "snowfallAmount":{"uom":"wmoUnit:mm","values":[
          {"validTime":"2026-01-05T12:00:00+00:00/PT2H","value":50.8}]}}}
      """;

  @RegisterExtension
  static final WireMockExtension SERVICE =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private final NationalWeatherService forecasts =
      new NationalWeatherService(
          Optional.of(SERVICE.baseUrl()),
          Optional.of("ops@portal.example"),
          new NationalWeatherService.Patience(Duration.ofMillis(700), Duration.ofMillis(1)));

  @Test
  void a_forecast_is_told_hour_by_hour() {
    answers(POINT, ok(POINT_ANSWER));
    answers(GRID, ok(GRID_ANSWER));

    Forecast forecast = forecasts.at(BARRE);

    assertThat(forecast.issuedAt()).isEqualTo("2026-01-05T09:12:44Z");
    assertThat(forecast.hours())
        .extracting(Forecast.Hour::at)
        .first()
        .isEqualTo(Instant.parse("2026-01-05T12:00:00Z"));
    assertThat(forecast.hours()).hasSize(6);
    assertThat(forecast.hours().get(1))
        .isEqualTo(
            new Forecast.Hour(
                Instant.parse("2026-01-05T13:00:00Z"),
                number("1.50"),
                number("2.54"),
                number("0.00"),
                number("-3.9"),
                Optional.empty(),
                number("90.0")));
    assertThat(forecast.hours().get(0).windMs()).isEqualTo(number("5.1"));
    assertThat(forecast.hours().get(3).precipitationPercent()).isEmpty();
  }

  @Test
  void the_service_learns_a_position_and_who_asks() {
    answers(POINT, ok(POINT_ANSWER));
    answers(GRID, ok(GRID_ANSWER));

    forecasts.at(BARRE);

    SERVICE.verify(
        getRequestedFor(urlEqualTo(POINT))
            .withHeader("User-Agent", equalTo("contractor-portal (ops@portal.example)")));
    assertThat(SERVICE.getAllServeEvents()).hasSize(2);
  }

  @Test
  void what_fails_for_a_moment_is_asked_for_again() {
    answers(POINT, ok(POINT_ANSWER));
    SERVICE.stubFor(
        get(GRID)
            .inScenario("moment")
            .whenScenarioStateIs(STARTED)
            .willReturn(status(503))
            .willSetStateTo("late"));
    SERVICE.stubFor(
        get(GRID)
            .inScenario("moment")
            .whenScenarioStateIs("late")
            .willReturn(ok(GRID_ANSWER).withFixedDelay(2_000))
            .willSetStateTo("well"));
    SERVICE.stubFor(
        get(GRID).inScenario("moment").whenScenarioStateIs("well").willReturn(ok(GRID_ANSWER)));

    assertThat(forecasts.at(BARRE).hours()).isNotEmpty();
    SERVICE.verify(3, getRequestedFor(urlEqualTo(GRID)));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429})
  void what_keeps_failing_is_asked_for_three_times(int status) {
    answers(POINT, status(status));

    assertUnavailable();
    SERVICE.verify(3, getRequestedFor(urlEqualTo(POINT)));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 204})
  void what_will_not_become_better_is_asked_for_once(int status) {
    answers(POINT, status(status));

    assertUnavailable();
    SERVICE.verify(1, getRequestedFor(urlEqualTo(POINT)));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void a_broken_line_is_no_forecast(Fault fault) {
    answers(POINT, aResponse().withFault(fault));

    assertUnavailable();
  }

  @Test
  void nobody_waits_for_an_answer_that_only_trickles() {
    answers(POINT, ok(POINT_ANSWER).withChunkedDribbleDelay(50, 60_000));
    Instant begin = Instant.now();

    assertUnavailable();
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void an_answer_without_end_is_not_taken_in() {
    answers(POINT, ok(POINT_ANSWER + " ".repeat(5 * 1024 * 1024)));
    answers(GRID, ok(GRID_ANSWER));

    assertUnavailable();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>busy</html>",
        "[]",
        "{}",
        "{\"properties\":{}}",
        "{\"properties\":{\"gridId\":\"../\",\"gridX\":1,\"gridY\":1}}",
        "{\"properties\":{\"gridId\":\"BTV\",\"gridX\":1.5,\"gridY\":1}}",
        "{\"properties\":{\"gridId\":\"BTV\",\"gridX\":\"1\",\"gridY\":1}}"
      })
  void garbage_about_the_point_is_no_forecast(String garbage) {
    answers(POINT, ok(garbage));

    assertUnavailable();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"properties\":{\"updateTime\":\"now\"}}",
        "{\"properties\":{\"updateTime\":\"2026-01-05T09:12:44+00:00\",\"temperature\":{\"values\":[{\"validTime\":\"2026-01-05T12:00:00+00:00/P999D\",\"value\":1}]}}}",
        "{\"properties\":{\"updateTime\":\"2026-01-05T09:12:44+00:00\",\"temperature\":{\"values\":[{\"validTime\":\"2026-01-05T12:00:00+00:00/PT1H\",\"value\":1e999999}]}}}",
        "{\"properties\":{\"updateTime\":\"2026-01-05T09:12:44+00:00\",\"temperature\":{\"values\":[{\"validTime\":\"soon\",\"value\":1}]}}}",
        "{\"properties\":{\"updateTime\":\"2026-01-05T09:12:44+00:00\",\"temperature\":{\"values\":[{}]}}}"
      })
  void garbage_about_the_weather_is_no_forecast(String garbage) {
    answers(POINT, ok(POINT_ANSWER));
    answers(GRID, ok(garbage));

    assertUnavailable();
  }

  @Test
  void a_place_that_the_service_does_not_know_has_no_forecast() {
    answers(POINT, status(404));

    assertThatThrownBy(() -> forecasts.at(BARRE)).isInstanceOf(NoForecast.class);
  }

  @Test
  void nobody_is_sent_elsewhere() {
    answers(POINT, temporaryRedirect(SERVICE.baseUrl() + "/elsewhere"));
    SERVICE.stubFor(get(urlMatching("/elsewhere")).willReturn(ok(POINT_ANSWER)));

    assertUnavailable();
    SERVICE.verify(0, getRequestedFor(urlEqualTo("/elsewhere")));
  }

  @Test
  void without_an_address_nobody_is_asked() {
    NationalWeatherService unset =
        new NationalWeatherService(
            Optional.empty(),
            Optional.empty(),
            new NationalWeatherService.Patience(Duration.ofSeconds(1), Duration.ZERO));

    assertThatThrownBy(() -> unset.at(BARRE)).isInstanceOf(ForecastNotConfigured.class);
  }

  private void assertUnavailable() {
    assertThatThrownBy(() -> forecasts.at(BARRE))
        .isInstanceOf(ForecastUnavailable.class)
        .hasMessageEndingWith("Try again later.");
  }

  private static void answers(String path, ResponseDefinitionBuilder answer) {
    SERVICE.stubFor(get(urlEqualTo(path)).willReturn(answer));
  }

  private static Optional<BigDecimal> number(String text) {
    return Optional.of(new BigDecimal(text));
  }
}
