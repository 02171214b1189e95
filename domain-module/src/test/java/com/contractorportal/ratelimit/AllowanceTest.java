package com.contractorportal.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private static final Duration A_TOKEN = Duration.ofMillis(600);

  private long now = 42;
  private final Deque<Lease> leases = new ArrayDeque<>();
  private final Allowance allowance = new Allowance("customer", () -> now);

  @Test
  void a_lease_is_spent_before_the_next_one_is_fetched() {
    leases.addAll(List.of(lease(2, 98), lease(1, 97)));

    assertThat(take().orElseThrow().remaining()).isEqualTo(99);
    assertThat(take().orElseThrow().remaining()).isEqualTo(98);
    assertThat(leases).hasSize(1);
    assertThat(take().orElseThrow().remaining()).isEqualTo(97);
    assertThat(leases).isEmpty();
  }

  @Test
  void while_the_bucket_is_empty_nobody_looks_into_it() {
    leases.addAll(List.of(lease(1, 0), lease(0, 0), lease(1, 0)));
    take();

    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(RateLimitReached.class)
          .isThrownBy(this::take)
          .satisfies(
              refusal -> {
                assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(1));
                assertThat(refusal.quota().remaining()).isZero();
              });
      assertThat(leases).as("leases left").hasSize(1);
    }
    after(A_TOKEN);
    assertThat(take()).isPresent();
  }

  @Test
  void a_bucket_that_fills_fast_is_not_looked_into_all_the_time() {
    leases.add(new Lease(1_000_000, 0, 0, Duration.ofNanos(60_000)));
    assertThatExceptionOfType(RateLimitReached.class).isThrownBy(this::take);

    after(Duration.ofMillis(49));
    assertThatExceptionOfType(RateLimitReached.class).isThrownBy(this::take);

    leases.add(lease(1, 0));
    after(Duration.ofMillis(1));
    assertThat(take()).isPresent();
  }

  @Test
  void what_was_not_spent_for_a_minute_is_fetched_anew() {
    leases.addAll(List.of(lease(5, 95), lease(1, 90)));
    take();

    after(Duration.ofMinutes(1));

    assertThat(take().orElseThrow().remaining()).isEqualTo(90);
  }

  @Test
  void without_a_limit_the_plan_is_looked_up_again_after_ten_seconds() {
    leases.addAll(List.of(Lease.unlimited(Duration.ofSeconds(10)), lease(1, 0)));
    for (int i = 0; i < 1_000; i++) {
      assertThat(take()).isEmpty();
    }

    after(Duration.ofSeconds(10));

    assertThat(take()).isPresent();
  }

  @Test
  void it_tells_when_the_bucket_will_be_full() {
    leases.add(lease(5, 45));

    assertThat(take().orElseThrow())
        .isEqualTo(
            new Quota("customer", 100, 49, Duration.ofSeconds(31))); // 51 of 100 a minute: 30.6 s
  }

  private Optional<Quota> take() {
    return allowance.take(leases::remove);
  }

  private void after(Duration time) {
    now += time.toNanos();
  }

  private static Lease lease(long tokens, long available) {
    return new Lease(100, tokens, available, A_TOKEN);
  }
}
