package com.contractorportal.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyCsvTest {

  @TempDir private Path folder;

  @Test
  void columns_are_recognised_by_their_names_in_any_order_and_case() throws IOException {
    PropertyCsv.Row row =
        only("Zip Code,LAT,lng,Town,Street Address\n05452,44.5,-73.1,Essex,18 Densmore Drive\n");

    assertThat(row.draft())
        .hasValueSatisfying(
            draft -> {
              assertThat(draft.postalCode()).isEqualTo("05452");
              assertThat(draft.latitude()).isEqualTo(new BigDecimal("44.5"));
              assertThat(draft.longitude()).isEqualTo(new BigDecimal("-73.1"));
              assertThat(draft.city()).isEqualTo("Essex");
              assertThat(draft.street()).isEqualTo("18 Densmore Drive");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void the_separator_is_found_out(String separator) throws IOException {
    PropertyCsv.Row row =
        only(
            String.join(separator, "address", "city")
                + "\n"
                + String.join(separator, "1 A St", "Essex"));

    assertThat(row.draft().orElseThrow().city()).isEqualTo("Essex");
  }

  @Test
  void a_property_without_a_name_is_called_by_its_address() throws IOException {
    assertThat(only("address,unit\n74 Springfield Street,B\n").draft().orElseThrow().name())
        .isEqualTo("74 Springfield Street, B");
    assertThat(only("address,unit\n4 Old Colony Way,\n").draft().orElseThrow().name())
        .isEqualTo("4 Old Colony Way");
  }

  @Test
  void a_byte_order_mark_windows_line_ends_and_empty_lines_do_no_harm() throws IOException {
    List<PropertyCsv.Row> rows =
        all("\uFEFFaddress,city\r\n\r\n1 A St,Essex\r\n\r\n2 B St,Barre\r\n");

    assertThat(rows).extracting(PropertyCsv.Row::line).containsExactly(3, 5);
    assertThat(rows).allSatisfy(row -> assertThat(row.errors()).isEmpty());
  }

  @Test
  void a_number_that_is_none_is_reported_with_line_field_and_value() throws IOException {
    PropertyCsv.Row row = only("address,latitude,longitude\n1 A St,north,-72\n");

    assertThat(row.draft()).isEmpty();
    assertThat(row.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.line()).isEqualTo(2);
              assertThat(error.field()).isEqualTo("latitude");
              assertThat(error.value()).contains("north");
            });
  }

  @Test
  void a_gigantic_exponent_is_no_number() throws IOException {
    assertThat(only("address,area\n1 A St,1e999999999\n").errors()).hasSize(1);
  }

  @Test
  void a_row_with_too_few_fields_is_reported_and_the_next_one_is_read() throws IOException {
    List<PropertyCsv.Row> rows = all("address,city,state\n1 A St\n2 B St,Barre,VT\n");

    assertThat(rows.get(0).errors())
        .singleElement()
        .satisfies(
            error -> assertThat(error.reason()).contains("names 3 columns, this row has 1 field."));
    assertThat(rows.get(1).draft()).isPresent();
  }

  @Test
  void a_quoted_field_may_hold_line_breaks_and_the_row_keeps_the_line_it_begins_on()
      throws IOException {
    List<PropertyCsv.Row> rows = all("address,notes\n1 A St,\"gate\ncode 12\"\n2 B St,\n");

    assertThat(rows).extracting(PropertyCsv.Row::line).containsExactly(2, 4);
    assertThat(rows.get(0).draft().orElseThrow().siteNotes()).isEqualTo("gate\ncode 12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "address,notes\n1 A St,\n2 B St,\"gate\n3 C St,\n",
        "address,notes\n1 A St,\n2 B St,\"gate\n3 C St,\"yard\"\n4 D St,\n",
      })
  void a_quotation_mark_never_closed_ends_the_reading_in_its_line(String text) throws IOException {
    try (PropertyCsv csv = PropertyCsv.open(file(text, StandardCharsets.UTF_8))) {
      List<PropertyCsv.Row> rows = csv.next(500);

      assertThat(rows).extracting(PropertyCsv.Row::line).containsExactly(2, 3);
      assertThat(rows.get(0).draft()).isPresent();
      assertThat(rows.get(1).draft()).isEmpty();
      assertThat(rows.get(1).errors())
          .singleElement()
          .satisfies(error -> assertThat(error.reason()).contains("quotation mark"));
      assertThatThrownBy(() -> csv.next(500))
          .isInstanceOf(UnusableFile.class)
          .hasMessageContaining("line 3");
    }
  }

  @Test
  void it_is_the_line_of_the_quotation_mark_not_that_of_the_row() throws IOException {
    String text = "address,city,notes\n\"1 A St\nback\",\"Essex\",\"gate\n2 B St,,\n";

    try (PropertyCsv csv = PropertyCsv.open(file(text, StandardCharsets.UTF_8))) {
      PropertyCsv.Row row = csv.next(500).get(0);

      assertThat(row.line()).isEqualTo(2);
      assertThat(row.errors()).singleElement().satisfies(e -> assertThat(e.line()).isEqualTo(3));
    }
  }

  @Test
  void a_field_that_swallowed_many_rows_is_an_error_of_its_row_and_reading_goes_on()
      throws IOException {
    String swallowed = "2 B St,Barre,\n".repeat(6_000);

    List<PropertyCsv.Row> rows =
        all("address,city,unknown\n1 A St,Essex,\"" + swallowed + "\"\n3 C St,Barre,\n");

    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).line()).isEqualTo(2);
    assertThat(rows.get(0).errors())
        .singleElement()
        .satisfies(error -> assertThat(error.reason()).contains("quotation mark"));
    assertThat(rows.get(1).draft()).isPresent();
  }

  @Test
  void a_first_line_whose_quotation_mark_is_never_closed_is_refused() {
    assertThatThrownBy(
            () -> PropertyCsv.check(file("address,\"city\n1 A St,\n", StandardCharsets.UTF_8)))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("quotation mark");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\uFEFF",
        "\uFEFF\r\n\r\n",
        "\n",
        "150 Carter Street,,Manchester,CT,06040,41.7,-72.4\n",
        "city,state\nEssex,VT\n"
      })
  void a_file_whose_first_line_names_no_address_is_refused_with_what_would_be_right(String text) {
    assertThatThrownBy(() -> PropertyCsv.check(file(text, StandardCharsets.UTF_8)))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("address");
  }

  @Test
  void two_columns_of_one_meaning_are_refused() {
    assertThatThrownBy(
            () -> PropertyCsv.check(file("address,street\n1,2\n", StandardCharsets.UTF_8)))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("street");
  }

  @Test
  void binary_and_other_encodings_are_refused() {
    assertThatThrownBy(() -> PropertyCsv.check(file("address\n\0\1\2\n", StandardCharsets.UTF_8)))
        .isInstanceOf(UnusableFile.class);
    assertThatThrownBy(
            () -> PropertyCsv.check(file("address\nChâteau\n", Charset.forName("windows-1252"))))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("UTF-8");
  }

  private PropertyCsv.Row only(String text) throws IOException {
    List<PropertyCsv.Row> rows = all(text);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  @Test
  void a_file_of_too_many_rows_is_read_so_far_and_then_refused() throws IOException {
    Path file = file("address\n" + "a\n".repeat(PropertyCsv.MOST_ROWS + 1), StandardCharsets.UTF_8);

    try (PropertyCsv csv = PropertyCsv.open(file)) {
      assertThat(csv.next(PropertyCsv.MOST_ROWS - 1)).hasSize(PropertyCsv.MOST_ROWS - 1);
      assertThat(csv.next(500)).hasSize(1);
      assertThatThrownBy(() -> csv.next(500))
          .isInstanceOf(UnusableFile.class)
          .hasMessageContaining("250,000 rows");
    }
  }

  private List<PropertyCsv.Row> all(String text) throws IOException {
    Path file = file(text, StandardCharsets.UTF_8);
    PropertyCsv.check(file);
    List<PropertyCsv.Row> rows = new ArrayList<>();
    try (PropertyCsv csv = PropertyCsv.open(file)) {
      for (List<PropertyCsv.Row> next = csv.next(2); !next.isEmpty(); next = csv.next(2)) {
        rows.addAll(next);
      }
      assertThat(csv.bytesRead()).isEqualTo(Files.size(file));
    }
    return rows;
  }

  private Path file(String text, Charset charset) throws IOException {
    return Files.write(Files.createTempFile(folder, "import", ".csv"), text.getBytes(charset));
  }
}
