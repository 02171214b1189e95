package com.contractorportal.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartTest {

  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void let_go() {
    end.countDown();
  }

  @Test
  void one_that_is_fit_says_so() {
    assertThat(seen(() -> true)).isEqualTo(new Part.Seen(true, "It works."));
  }

  @Test
  void one_that_is_not_or_fails_says_nothing_of_the_inside() {
    Part.Seen unfit = new Part.Seen(false, "It does not work.");

    assertThat(seen(() -> false)).isEqualTo(unfit);
    assertThat(
            seen(
                () -> {
                  throw new IllegalStateException("/secret/folder is full");
                }))
        .isEqualTo(unfit);
  }

  @Test
  void one_that_hangs_is_unfit_within_the_limit_and_is_not_asked_again_while_it_hangs() {
    AtomicInteger looks = new AtomicInteger();
    Part part =
        part(
            () -> {
              looks.incrementAndGet();
              return hang();
            });

    long begun = System.nanoTime();
    for (int probe = 0; probe < 5; probe++) {
      part.look(Thread::new);
      assertThat(part.seen().fit()).isFalse();
    }

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Part.LIMIT.multipliedBy(2));
    assertThat(looks).hasValue(1);
  }

  @Test
  void many_probes_at_once_cost_one_look() {
    AtomicInteger looks = new AtomicInteger();
    Part part = part(() -> looks.incrementAndGet() > 0);

    long begun = System.nanoTime();
    for (int probe = 0; probe < 1000; probe++) {
      part.look(Thread::new);
      assertThat(part.seen().fit()).isTrue();
    }

    long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    assertThat(looks.get()).isLessThanOrEqualTo((int) seconds + 1);
  }

  @Test
  void a_failure_is_logged_once_and_again_when_its_reason_changes() {
    Deque<String> reasons = new ArrayDeque<>(List.of("gone", "gone", "an hour behind"));
    List<String> logged = new ArrayList<>();
    Logger logger = Logger.getLogger(Part.class.getName());
    Handler handler = new Listener(logged);
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    try {
      Part part =
          new Part(
              "part",
              "It works.",
              "It does not work.",
              () -> {
                throw new IllegalStateException(reasons.pop());
              },
              Duration.ZERO);
      while (!reasons.isEmpty()) {
        part.look(Thread::new);
        part.seen();
      }
    } finally {
      logger.setUseParentHandlers(true);
      logger.removeHandler(handler);
    }

    assertThat(logged)
        .containsExactly(
            "Not ready: It does not work. (java.lang.IllegalStateException: gone)",
            "Not ready: It does not work. (java.lang.IllegalStateException: an hour behind)");
  }

  private static final class Listener extends Handler {

    private final List<String> logged;

    Listener(List<String> logged) {
      this.logged = logged;
    }

    @Override
    public void publish(LogRecord line) {
      logged.add(MessageFormat.format(line.getMessage(), line.getParameters()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private boolean hang() {
    try {
      end.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  private static Part part(BooleanSupplier isFit) {
    return new Part("part", "It works.", "It does not work.", isFit);
  }

  private static Part.Seen seen(BooleanSupplier isFit) {
    Part part = part(isFit);
    part.look(Thread::new);
    return part.seen();
  }
}
