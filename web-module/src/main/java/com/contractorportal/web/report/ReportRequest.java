package com.contractorportal.web.report;

import com.contractorportal.report.Wishes;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a report that somebody asks for is to tell of. Which of these a kind of report knows is told
 * by its parameters.
 *
 * @param from the first day, where the customer is; the season if no day is given
 * @param to the last day, likewise
 * @param eventId the only winter event
 * @param propertyId the only property
 * @param formats in which it is made; all if not given
 */
public record ReportRequest(
    LocalDate from,
    LocalDate to,
    UUID eventId,
    UUID propertyId,
    @Size(max = 10, message = "Name the formats that are wanted, or leave it out for all.")
        List<
                @NotNull(message = "Name the formats that are wanted, or leave it out for all.")
                String>
            formats) {

  Wishes wishes(String kind) {
    return new Wishes(
        List.of(kind),
        formats == null ? List.of() : formats.stream().distinct().sorted().toList(),
        Optional.ofNullable(from),
        Optional.ofNullable(to),
        Optional.ofNullable(eventId),
        Optional.ofNullable(propertyId));
  }
}
