package com.contractorportal.web.weather;

import com.contractorportal.apikey.Scope;
import com.contractorportal.paging.Page;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.text.OneLine;
import com.contractorportal.weather.Forecast;
import com.contractorportal.weather.ForecastService;
import com.contractorportal.weather.NearestWeather;
import com.contractorportal.weather.Period;
import com.contractorportal.weather.WeatherFilter;
import com.contractorportal.weather.WeatherImportService;
import com.contractorportal.weather.WeatherImportView;
import com.contractorportal.weather.WeatherService;
import com.contractorportal.weather.WeatherView;
import com.contractorportal.web.ForKeys;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
import com.contractorportal.web.problem.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/weather} */
@Path("weather")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER})
@Tag(name = "weather")
public class WeatherResource {

  @Inject private WeatherService weather;
  @Inject private WeatherImportService imports;
  @Inject private ForecastService forecasts;
  @Context private HttpServletRequest request;

  @GET
  @ForKeys(Scope.WEATHER_READ)
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.VIEWER})
  public Page<WeatherView> list(
      @QueryParam("place") String place,
      @QueryParam("from") Instant from,
      @QueryParam("to") Instant to,
      @QueryParam("period") Period period,
      @Valid @BeanParam PageParams page) {
    return weather.list(
        new WeatherFilter(
            Optional.ofNullable(place),
            Optional.ofNullable(from),
            Optional.ofNullable(to),
            Optional.ofNullable(period)),
        page.request());
  }

  @POST
  @Path("imports")
  @ForKeys(Scope.WEATHER_WRITE)
  @Consumes("text/csv")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER})
  public WeatherImportView imports(
      @QueryParam("fileName") @OneLine String fileName,
      @QueryParam("latitude") String latitude,
      @QueryParam("longitude") String longitude,
      InputStream csv)
      throws IOException {
    return imports
        .run(fileName, degrees("latitude", latitude), degrees("longitude", longitude), csv)
        .in(Words.of(request)::sayKept);
  }

  @GET
  @Path("nearest")
  @ForKeys(Scope.WEATHER_READ)
  public NearestWeather nearest(
      @QueryParam("propertyId") @NotNull(message = "Name the property.") UUID propertyId,
      @QueryParam("at") Instant at) {
    return weather.nearest(propertyId, Optional.ofNullable(at).orElseGet(Instant::now));
  }

  @GET
  @Path("forecast")
  @ForKeys(Scope.WEATHER_READ)
  public Forecast forecast(
      @QueryParam("propertyId") @NotNull(message = "Name the property.") UUID propertyId) {
    return forecasts.at(propertyId);
  }

  private static Optional<BigDecimal> degrees(String name, String text) {
    return Optional.ofNullable(text)
        .map(
            given -> {
              if (!given.matches("-?\\d{1,3}(\\.\\d{1,6})?")) {
                throw new InvalidField(name, "Use degrees with at most six decimals.");
              }
              return new BigDecimal(given);
            });
  }
}
