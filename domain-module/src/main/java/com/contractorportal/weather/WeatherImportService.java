package com.contractorportal.weather;

import com.contractorportal.customer.CustomerService;
import com.contractorportal.execution.Execution;
import com.contractorportal.execution.ExecutionKind;
import com.contractorportal.execution.Executions;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.weather.WeatherImportView.RowError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Imports of the weather from CSV files. They are small, and a repeated one changes nothing, so
 * that they are done while the sender waits; here, unlike in other services, transactions begin
 * only once the file is there, and each keeps some hundred rows.
 */
@ApplicationScoped
public class WeatherImportService {

  /** The largest file in bytes. */
  static final int MOST_BYTES = 2 * 1024 * 1024;

  static final int MOST_ROWS = 20_000;

  private static final int CHUNK = 500;
  private static final int ERRORS_SHOWN = 100;
  private static final int LONGEST_SOURCE = 80;

  @Inject private WeatherLedger ledger;
  @Inject private CustomerService customers;
  @Inject private Executions executions;

  /**
   * Keeps the good rows of a file and tells what is wrong with the others. A row about a place and
   * time of which something is known takes its place.
   *
   * @param fileName the source of rows that name none
   * @param latitude where the places of rows are that do not say it, together with the longitude
   * @throws UnusableWeatherFile if it is no CSV file, or its first line does not name the columns
   * @throws WeatherFileTooLarge if it has more bytes or rows than are taken
   * @throws InvalidField if only one coordinate is given, or one that cannot be
   */
  public WeatherImportView run(
      String fileName,
      Optional<BigDecimal> latitude,
      Optional<BigDecimal> longitude,
      InputStream content)
      throws IOException {
    checkPosition(latitude, longitude);
    byte[] file = content.readNBytes(MOST_BYTES + 1);
    if (file.length > MOST_BYTES) {
      // Who is still sending would not hear the answer; no body is without end.
      content.transferTo(OutputStream.nullOutputStream());
      throw new WeatherFileTooLarge(MOST_BYTES, MOST_ROWS);
    }
    String zone = customers.get(CurrentCustomer.require()).timeZone();
    WeatherCsv.Defaults defaults =
        new WeatherCsv.Defaults(
            ZoneId.of(zone), latitude.orElse(null), longitude.orElse(null), source(fileName));
    checkRows(new WeatherCsv(file, defaults));
    Execution execution =
        executions.begin(ExecutionKind.WEATHER_IMPORT, CurrentCustomer.actor().requestId());
    try {
      WeatherImportView done = take(new WeatherCsv(file, defaults));
      execution.completed(done.rowsRead(), file.length);
      return done;
    } catch (RuntimeException failure) {
      execution.failed("The server's log tells why, by the request's id.");
      throw failure;
    }
  }

  private WeatherImportView take(WeatherCsv csv) {
    int added = 0;
    int updated = 0;
    int unchanged = 0;
    int rejected = 0;
    List<RowError> errors = new ArrayList<>();
    for (List<WeatherCsv.Row> rows = csv.next(CHUNK); !rows.isEmpty(); rows = csv.next(CHUNK)) {
      WeatherLedger.Taken taken = ledger.take(rows);
      added += taken.added();
      updated += taken.updated();
      unchanged += taken.unchanged();
      rejected += taken.rejected();
      taken.errors().stream().limit(ERRORS_SHOWN - errors.size()).forEach(errors::add);
    }
    return new WeatherImportView(
        added + updated + unchanged + rejected, added, updated, unchanged, rejected, errors);
  }

  /** Before the first row is kept. */
  private static void checkRows(WeatherCsv csv) {
    int rows = 0;
    for (int more = csv.next(CHUNK).size(); more > 0; more = csv.next(CHUNK).size()) {
      rows += more;
      if (rows > MOST_ROWS) {
        throw new WeatherFileTooLarge(MOST_BYTES, MOST_ROWS);
      }
    }
  }

  private static void checkPosition(Optional<BigDecimal> latitude, Optional<BigDecimal> longitude) {
    if (latitude.isPresent() != longitude.isPresent()) {
      throw new InvalidField(
          latitude.isPresent() ? "longitude" : "latitude",
          "Give latitude and longitude, or neither.");
    }
    latitude.ifPresent(value -> checkWithin("latitude", value, 90));
    longitude.ifPresent(value -> checkWithin("longitude", value, 180));
  }

  private static void checkWithin(String field, BigDecimal value, int most) {
    if (value.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
      throw new InvalidField(
          field,
          most > 90
              ? "A longitude lies between -180 and 180."
              : "A latitude lies between -90 and 90.");
    }
  }

  private static String source(String fileName) {
    String plain = fileName == null || fileName.isBlank() ? "import" : fileName.strip();
    return plain.length() > LONGEST_SOURCE ? plain.substring(0, LONGEST_SOURCE) : plain;
  }
}
