package com.contractorportal.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.geo.Position;
import com.contractorportal.winterevent.ActiveWindow;
import com.contractorportal.winterevent.EventStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckInTest {

  private static final ActiveWindow ACTIVE =
      new ActiveWindow(
          EventStatus.ACTIVE,
          Optional.of(Instant.now().minus(1, ChronoUnit.HOURS)),
          Optional.empty());

  @ParameterizedTest
  @CsvSource({"90,180", "-90,-180", "0,0", "89.9999999,179.9999999"})
  void a_position_is_anywhere_on_the_globe(BigDecimal latitude, BigDecimal longitude) {
    assertThat(at(latitude, longitude, null, Optional.empty()).latitude()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "90.000001,0,latitude",
    "-90.1,0,latitude",
    "0,180.000001,longitude",
    "0,-181,longitude",
    "1e9999999,0,latitude"
  })
  void a_position_is_nowhere_else(BigDecimal latitude, BigDecimal longitude, String field) {
    assertThatThrownBy(() -> at(latitude, longitude, null, Optional.empty()))
        .isInstanceOfSatisfying(
            PositionOutOfRange.class, failure -> assertThat(failure.field()).isEqualTo(field));
  }

  /** On a meridian, 0.0045 degrees are 500.4 m, and 0.00449 are 499.3 m. */
  @ParameterizedTest
  @CsvSource({"0.00449,,false", "0.0045,,true", "0.0045,1,false", "0.1,20000,false"})
  void far_is_more_than_500_metres_and_what_the_device_may_be_off(
      BigDecimal latitude, BigDecimal accuracy, boolean far) {
    CheckInView view = at(latitude, BigDecimal.ZERO, accuracy, Optional.of(new Position(0, 0)));
    assertThat(view.far()).isEqualTo(far);
    assertThat(view.distanceM()).isPresent();
  }

  @Test
  void without_two_positions_there_is_no_distance() {
    assertThat(at(null, null, null, Optional.of(new Position(0, 0))).distanceM()).isEmpty();
    assertThat(at(BigDecimal.ONE, BigDecimal.ONE, null, Optional.empty()).far()).isFalse();
  }

  private static CheckInView at(
      BigDecimal latitude, BigDecimal longitude, BigDecimal accuracy, Optional<Position> property) {
    return new CheckIn(
            UUID.randomUUID(),
            UUID.randomUUID(),
            new CheckInDraft(
                CheckInKind.IN, null, UUID.randomUUID(), null, latitude, longitude, accuracy, null),
            ACTIVE,
            property)
        .view(Map.of(), Map.of());
  }
}
