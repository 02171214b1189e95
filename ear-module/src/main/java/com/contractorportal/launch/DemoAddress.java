package com.contractorportal.launch;

import com.contractorportal.geo.Position;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A real address of the demonstration; parts that its file leaves empty are {@code null}, as the
 * database keeps them.
 */
record DemoAddress(
    String street,
    String unit,
    String city,
    String state,
    String postalCode,
    BigDecimal latitude,
    BigDecimal longitude) {

  static List<DemoAddress> read(String file) throws IOException {
    InputStream in = DemoAddress.class.getResourceAsStream("demo/" + file);
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return rows.stream().map(DemoAddress::of).toList();
    }
  }

  private static DemoAddress of(NamedCsvRecord row) {
    return new DemoAddress(
        row.getField("address").strip(),
        textOrNull(row.getField("unit")),
        textOrNull(row.getField("city")),
        textOrNull(row.getField("state")),
        textOrNull(row.getField("postal_code")),
        degrees(row.getField("latitude")),
        degrees(row.getField("longitude")));
  }

  /** What people call the place: the files give no names. */
  String name() {
    return unit == null ? street : street + ", " + unit;
  }

  /** Where it is, if that is known. */
  Optional<Position> position() {
    return Position.of(Optional.ofNullable(latitude), Optional.ofNullable(longitude));
  }

  private static String textOrNull(String text) {
    return text.isBlank() ? null : text.strip();
  }

  private static BigDecimal degrees(String text) {
    return text.isBlank() ? null : new BigDecimal(text.strip()).setScale(6, RoundingMode.HALF_UP);
  }
}
