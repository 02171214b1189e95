package com.contractorportal.weather.nws;

import com.contractorportal.geo.Position;
import com.contractorportal.weather.Forecast;
import com.contractorportal.weather.ForecastNotConfigured;
import com.contractorportal.weather.ForecastProvider;
import com.contractorportal.weather.ForecastUnavailable;
import com.contractorportal.weather.NoForecast;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The forecasts of the United States' National Weather Service, by its API (weather.gov,
 * "Documentation / API Web Service"): {@code /points/{latitude},{longitude}} names the office and
 * the square of its grid, {@code /gridpoints/{office}/{x},{y}} gives the numbers for that square.
 * They are free for any purpose; callers name themselves in {@code User-Agent}.
 *
 * <p>The operator says where it is, and nobody else: addresses in answers are not followed, nor are
 * redirects.
 */
@ApplicationScoped
class NationalWeatherService implements ForecastProvider {

  private static final Logger LOG = Logger.getLogger(NationalWeatherService.class.getName());

  /** An answer has some 300 KB. */
  private static final long MOST_BYTES = 4L * 1024 * 1024;

  private static final int TRIES = 3;

  /** How long to wait for one answer, and before it is asked for again. */
  record Patience(Duration answer, Duration pause) {}

  private final Optional<URI> service;
  private final String caller;
  private final Patience patience;
  private final HttpClient http;

  /** For proxies only. */
  protected NationalWeatherService() {
    service = Optional.empty();
    caller = null;
    patience = null;
    http = null;
  }

  @Inject
  NationalWeatherService(
      @ConfigProperty(name = "portal.forecast.url") Optional<String> url,
      @ConfigProperty(name = "portal.forecast.contact") Optional<String> contact) {
    this(url, contact, new Patience(Duration.ofSeconds(5), Duration.ofMillis(250)));
  }

  NationalWeatherService(Optional<String> url, Optional<String> contact, Patience patience) {
    this.service = url.map(text -> URI.create(text.endsWith("/") ? text : text + "/"));
    this.caller = "contractor-portal" + contact.map(text -> " (" + text + ")").orElse("");
    this.patience = patience;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(patience.answer())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public Forecast at(Position position) {
    URI base = service.orElseThrow(ForecastNotConfigured::new);
    JsonObject point =
        get(base.resolve("points/" + position.latitude() + "," + position.longitude()));
    try {
      return GridForecast.of(get(base.resolve(GridForecast.path(point))));
    } catch (JsonException
        | DateTimeException
        | ClassCastException
        | NullPointerException
        | IllegalArgumentException
        | ArithmeticException notAsDocumented) {
      LOG.log(
          Level.WARNING, "The weather service answers otherwise than documented", notAsDocumented);
      throw new ForecastUnavailable();
    }
  }

  private JsonObject get(URI address) {
    String last = "";
    for (int attempt = 0; attempt < TRIES; attempt++) {
      if (attempt > 0) {
        pause(patience.pause().multipliedBy(1L << (attempt - 1)));
      }
      CompletableFuture<HttpResponse<byte[]>> answer =
          http.sendAsync(
              HttpRequest.newBuilder(address)
                  .header("User-Agent", caller)
                  .header("Accept", "application/geo+json")
                  .build(),
              Bounded.to(MOST_BYTES));
      try {
        HttpResponse<byte[]> response =
            answer.get(patience.answer().toMillis(), TimeUnit.MILLISECONDS);
        if (response.statusCode() == 200) {
          return object(response.body());
        }
        if (response.statusCode() == 404) {
          throw NoForecast.elsewhere();
        }
        last = "status " + response.statusCode();
        if (response.statusCode() < 500 && response.statusCode() != 429) {
          break;
        }
      } catch (TimeoutException late) {
        answer.cancel(true);
        last = "no answer in " + patience.answer();
      } catch (ExecutionException failed) {
        last = String.valueOf(failed.getCause());
      } catch (InterruptedException stopped) {
        answer.cancel(true);
        Thread.currentThread().interrupt();
        throw new ForecastUnavailable();
      }
    }
    // Without the address, which has a position in it.
    LOG.log(Level.WARNING, "The weather service does not answer: {0}", last);
    throw new ForecastUnavailable();
  }

  private static JsonObject object(byte[] body) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
      return reader.readObject();
    } catch (JsonException | ClassCastException noObject) {
      LOG.log(Level.WARNING, "The weather service answers with something else than JSON");
      throw new ForecastUnavailable();
    }
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ForecastUnavailable();
    }
  }
}
