package com.contractorportal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NotedHeadsTest {

  private static final String ONE = "f1".repeat(32);
  private static final String OTHER = "0e".repeat(32);

  private final NotedHeads heads = new NotedHeads();

  @Test
  void nothing_that_is_noted_contradicts_nothing() {
    assertThat(heads.last()).isZero();
    assertThat(heads.contradict(1, ONE)).isFalse();
  }

  @Test
  void another_hash_contradicts_in_whatever_order_they_came_and_however_many_there_are() {
    for (long sequence = 1; sequence <= 200; sequence++) {
      heads.add(sequence % 10 == 0 ? 1000 - sequence : sequence, sequence == 77 ? OTHER : ONE);
    }

    assertThat(heads.last()).isEqualTo(990);
    for (long sequence : new long[] {1, 76, 78, 199, 800, 990}) {
      assertThat(heads.contradict(sequence, ONE)).as("%d", sequence).isFalse();
      assertThat(heads.contradict(sequence, OTHER)).as("%d", sequence).isTrue();
    }
    assertThat(heads.contradict(77, OTHER)).isFalse();
    assertThat(heads.contradict(77, ONE)).isTrue();
    assertThat(heads.contradict(10, ONE)).as("not noted").isFalse();
  }

  @Test
  void of_two_hashes_for_one_place_either_is_contradicted() {
    heads.add(5, ONE);
    heads.add(5, OTHER);
    heads.add(5, ONE);

    assertThat(heads.contradict(5, ONE)).isTrue();
    assertThat(heads.contradict(5, OTHER)).isTrue();
  }
}
