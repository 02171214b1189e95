package com.contractorportal.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.rule.InvalidField;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PropertyTest {

  @Test
  void a_new_property_is_in_service_and_of_some_kind() {
    PropertyView view = new Property(draft(null, null, " 18 Densmore Drive ", "  ")).view();

    assertThat(view.status()).isEqualTo(PropertyStatus.ACTIVE);
    assertThat(view.kind()).isEqualTo(PropertyKind.OTHER);
    assertThat(view.street()).isEqualTo("18 Densmore Drive");
    assertThat(view.city()).isEmpty();
  }

  @Test
  void half_a_position_is_refused_and_the_missing_half_named() {
    assertThatThrownBy(() -> new Property(draft(BigDecimal.ONE, null, "1 A St", null)))
        .isInstanceOfSatisfying(
            InvalidField.class, failure -> assertThat(failure.field()).isEqualTo("longitude"));
    assertThatThrownBy(() -> new Property(draft(null, BigDecimal.ONE, "1 A St", null)))
        .isInstanceOfSatisfying(
            InvalidField.class, failure -> assertThat(failure.field()).isEqualTo("latitude"));
  }

  @Test
  void a_position_is_kept_to_six_decimals() {
    PropertyView view =
        new Property(
                draft(
                    new BigDecimal("41.76556000000001"),
                    new BigDecimal("-72.473091"),
                    "1 A St",
                    null))
            .view();

    assertThat(view.latitude()).contains(new BigDecimal("41.765560"));
    assertThat(view.longitude()).contains(new BigDecimal("-72.473091"));
  }

  @Test
  void what_is_archived_is_still_there_and_what_is_deleted_comes_back_as_it_was() {
    Property property = new Property(draft(null, null, "1 A St", null));

    property.delete();
    assertThat(property.isDeleted()).isTrue();
    property.restore();
    assertThat(property.isDeleted()).isFalse();
    assertThat(property.view().status()).isEqualTo(PropertyStatus.ACTIVE);

    property.archive();
    assertThat(property.isDeleted()).isFalse();
    assertThat(property.isArchived()).isTrue();
  }

  private static PropertyDraft draft(
      BigDecimal latitude, BigDecimal longitude, String street, String city) {
    return new PropertyDraft(
        "Home", street, null, city, null, null, latitude, longitude, null, null, null, null, null,
        null);
  }
}
