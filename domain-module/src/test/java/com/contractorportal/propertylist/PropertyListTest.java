package com.contractorportal.propertylist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.persistence.Ids;
import com.contractorportal.rule.InvalidField;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PropertyListTest {

  private static final UUID A = Ids.next();
  private static final UUID B = Ids.next();
  private static final UUID C = Ids.next();

  @Test
  void properties_keep_the_order_in_which_they_are_named() {
    PropertyList list = list(A, B);

    list.describe(draft(C, A));

    assertThat(list.propertyIds()).containsExactly(C, A);
  }

  @Test
  void a_property_that_leaves_closes_the_gap() {
    PropertyList list = list(A, B, C);

    list.skip(B);

    assertThat(list.propertyIds()).containsExactly(A, C);
  }

  @Test
  void a_property_is_on_a_list_once() {
    assertThatThrownBy(() -> list(A, A)).isInstanceOf(InvalidField.class);
  }

  private static PropertyList list(UUID... properties) {
    return new PropertyList(draft(properties));
  }

  private static PropertyListDraft draft(UUID... properties) {
    return new PropertyListDraft("Churches", null, List.of(properties));
  }
}
