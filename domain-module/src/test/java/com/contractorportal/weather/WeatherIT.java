package com.contractorportal.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Ids;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.inject.spi.CDI;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class WeatherIT {

  private static final String HEADER =
      "location,date,precipitation,temp_max,temp_min,wind,weather\r\n";

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private WeatherService weather;
  private WeatherImportService imports;
  private CustomerId company;
  private Actor manager;

  @BeforeEach
  void a_manager() {
    given = new Fixture();
    weather = CDI.current().select(WeatherService.class).get();
    imports = CDI.current().select(WeatherImportService.class).get();
    company = given.customer("Snow and Sons");
    UUID account = given.account("no hash", false);
    given.member(account, company, Role.MANAGER);
    manager = Actor.person(account, Fixture.email(account), Role.MANAGER, "test");
  }

  @Test
  void a_file_that_comes_again_changes_only_what_it_says_otherwise() throws Exception {
    String file =
        HEADER
            + "New York,2012-01-01,1.8,10.0,3.3,5.1,rain\r\n"
            + "New York,2012-01-02,0.0,10.0,0.6,8.7,sun\r\n";

    assertThat(counts(take(file))).containsExactly(2, 2, 0, 0, 0);
    assertThat(counts(take(file))).containsExactly(2, 0, 0, 2, 0);
    assertThat(counts(take(file.replace("8.7,sun", "8.8,snow")))).containsExactly(2, 0, 1, 1, 0);

    List<WeatherView> all = all();
    assertThat(all).hasSize(2);
    // Days begin in the company's time zone.
    assertThat(all.get(0).observedAt()).isEqualTo("2012-01-01T05:00:00Z");
    assertThat(all.get(0).period()).isEqualTo(Period.DAY);
    assertThat(all.get(0).snowfallCm()).isEmpty();
    assertThat(all.get(1).conditions()).contains("snow");
    assertThat(all.get(1).source()).isEqualTo("daily.csv");
    assertThat(
            given.number(
                "SELECT COUNT(*) FROM audit_entry WHERE customer_id = ? AND entity ="
                    + " 'weather observation' AND action = 'update'"
                    + " AND before_state LIKE '%sun%' AND after_state LIKE '%\"snow\"%'",
                company.value()))
        .isEqualTo(1);
  }

  @Test
  void bad_rows_are_told_and_good_ones_kept() throws Exception {
    WeatherImportView done =
        take(
            "place,date,precipitation,snowfall,temp_max,temp_min,lat,lon\n"
                + "Barre,2026-01-05,1.5,2.0,1,-3,44.2,-72.5\n"
                + ",2026-01-05,1,1,1,1,,\n"
                + "Barre,yesterday,1,1,1,1,,\n"
                + "Barre,2026-01-06,wet,1,1,1,,\n"
                + "Barre,2026-01-07,-1,1,1,1,,\n"
                + "Barre,2026-01-08,1,1,-5,5,,\n"
                + "Barre,2026-01-09,1,1,1,1,44.2,\n"
                + "Barre,2026-01-10,1\n"
                + "Barre,2026-01-05T10:30,1,1,1,1,,\n"
                + "Barre,+99999-01-05,1,1,1,1,,\n"
                + "Barre,2026-01-05T10:00,1,1,1,1,,\n"
                + "\"Barre,2026-01-11,1,1,1,1,,\n");

    assertThat(counts(done)).containsExactly(12, 2, 0, 0, 10);
    assertThat(done.errors())
        .extracting(it -> it.line() + " " + it.field())
        .containsExactly(
            "3 place",
            "4 date",
            "5 precipitation",
            "6 precipitationMm",
            "7 temp_min",
            "8 latitude",
            "9 row",
            "10 date",
            "11 date",
            "13 row");
    assertThat(done.errors()).allMatch(it -> it.reason().endsWith("."));
    assertThat(done.errors().get(1).value()).contains("yesterday");
    assertThat(all()).extracting(WeatherView::period).containsExactly(Period.DAY, Period.HOUR);
  }

  @Test
  void a_file_that_is_none_or_too_much_changes_nothing() {
    assertThatThrownBy(() -> take("")).isInstanceOf(UnusableWeatherFile.class);
    assertThatThrownBy(() -> take("date,rain\n2026-01-05,1\n"))
        .isInstanceOf(UnusableWeatherFile.class);
    assertThatThrownBy(() -> take("place,date\u0000\n")).isInstanceOf(UnusableWeatherFile.class);
    assertThatThrownBy(() -> take("place,date,lat,latitude\n"))
        .isInstanceOf(UnusableWeatherFile.class);
    assertThatThrownBy(
            () ->
                take("place,date\n" + "A,2026-01-05\n".repeat(WeatherImportService.MOST_ROWS + 1)))
        .isInstanceOf(WeatherFileTooLarge.class);
    assertThatThrownBy(() -> take("place,date\n" + " ".repeat(WeatherImportService.MOST_BYTES)))
        .isInstanceOf(WeatherFileTooLarge.class);
    assertThatThrownBy(
            () ->
                as(
                    () ->
                        imports.run(
                            "x", Optional.of(BigDecimal.TEN), Optional.empty(), stream(HEADER))))
        .isInstanceOf(InvalidField.class);
  }

  @Test
  void the_list_keeps_to_place_time_and_period() throws Exception {
    take(
        "place,date\nBarre,2026-01-05\nBarre,2026-01-06\nStowe,2026-01-05\n"
            + "Barre,2026-01-05T10:00\n");
    Instant sixth = Instant.parse("2026-01-06T00:00:00Z");

    assertThat(found("barre", null, null, null)).hasSize(3);
    assertThat(found(null, sixth, null, null)).hasSize(1);
    assertThat(found(null, null, sixth, null)).hasSize(3);
    assertThat(found(null, null, null, Period.HOUR)).hasSize(1);
    assertThat(found("Barre", null, sixth, Period.DAY)).hasSize(1);
    CustomerId other = given.customer("Ice Ltd");
    assertThat(
            CurrentCustomer.callAs(
                    other,
                    manager,
                    () ->
                        weather.list(
                            new WeatherFilter(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                            PageRequest.first(50)))
                .items())
        .isEmpty();
  }

  @Test
  void the_nearest_weather_is_of_the_nearest_place_and_time() throws Exception {
    UUID property = property("44.00", "-72.50");
    assertThatThrownBy(() -> nearest(property, "2026-01-05T12:00:00Z"))
        .isInstanceOf(NoObservation.class);
    take("place,date\nNowhere,2026-01-05\n");
    assertThatThrownBy(() -> nearest(property, "2026-01-05T12:00:00Z"))
        .isInstanceOf(NoObservation.class);
    take(
        "place,date,lat,lon,weather\n"
            + "Near,2026-01-03,44.01,-72.50,day\n"
            + "Near,2026-01-05T10:00-05:00,44.01,-72.50,hour\n"
            + "Far,2026-01-05,45,-72.5,far\n");

    NearestWeather within = nearest(property, "2026-01-05T15:59:00Z");
    assertThat(within.observation().conditions()).contains("hour");
    assertThat(within.distanceM()).isEqualTo(1112);
    assertThat(within.minutesAway()).isZero();
    assertThat(nearest(property, "2026-01-05T14:00:00Z").minutesAway()).isEqualTo(60);
    assertThat(nearest(property, "2026-01-05T18:00:00Z").minutesAway()).isEqualTo(120);
    // The day ends at midnight in New York, five hours after that in Greenwich.
    NearestWeather day = nearest(property, "2026-01-04T08:00:00Z");
    assertThat(day.observation().conditions()).contains("day");
    assertThat(day.minutesAway()).isEqualTo(180);
  }

  @Test
  void the_nearest_weather_is_for_properties_that_one_may_see_and_find() {
    UUID lost = property(null, null);

    assertThatThrownBy(() -> nearest(lost, "2026-01-05T12:00:00Z"))
        .isInstanceOf(NoObservation.class)
        .hasMessageContaining("position");
    assertThatThrownBy(() -> nearest(Ids.next(), "2026-01-05T12:00:00Z"))
        .isInstanceOf(NotFound.class);
    UUID crew = given.account("no hash", false);
    given.member(crew, company, Role.CONTRACTOR);
    assertThatThrownBy(
            () ->
                CurrentCustomer.callAs(
                    company,
                    Actor.person(crew, Fixture.email(crew), Role.CONTRACTOR, "test"),
                    () -> weather.nearest(lost, Instant.now())))
        .isInstanceOf(NotFound.class);
  }

  private UUID property(String latitude, String longitude) {
    UUID id = Ids.next();
    given.run(
        "INSERT INTO property (customer_id, id, name, street, latitude, longitude, kind, status,"
            + " created_at, updated_at) VALUES (?, ?, 'Depot', '1 Main St', ?, ?, 'OTHER',"
            + " 'ACTIVE', ?, ?)",
        company.value(),
        id,
        latitude,
        longitude,
        Instant.now(),
        Instant.now());
    return id;
  }

  private NearestWeather nearest(UUID property, String time) throws Exception {
    return as(() -> weather.nearest(property, Instant.parse(time)));
  }

  private List<WeatherView> all() throws Exception {
    return found(null, null, null, null);
  }

  private List<WeatherView> found(String place, Instant from, Instant to, Period period)
      throws Exception {
    return as(
        () ->
            weather
                .list(
                    new WeatherFilter(
                        Optional.ofNullable(place),
                        Optional.ofNullable(from),
                        Optional.ofNullable(to),
                        Optional.ofNullable(period)),
                    PageRequest.first(50))
                .items());
  }

  private static List<Integer> counts(WeatherImportView done) {
    return List.of(
        done.rowsRead(),
        done.rowsAdded(),
        done.rowsUpdated(),
        done.rowsUnchanged(),
        done.rowsRejected());
  }

  private WeatherImportView take(String file) throws Exception {
    return as(() -> imports.run("daily.csv", Optional.empty(), Optional.empty(), stream(file)));
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private <T> T as(Callable<T> work) throws Exception {
    return CurrentCustomer.callAs(company, manager, work);
  }
}
