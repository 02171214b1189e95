package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How much longer a company waits while another floods the portal. */
@Tag("endurance")
@ExtendWith(PortalExtension.class)
class FloodIT {

  private static final int ROUNDS = 5;
  private static final int REQUESTS_A_ROUND = 100;
  private static final int FLOOD_A_SECOND = 100;
  private static final int FLOODERS = 8;
  private static final int LIMIT = 120;

  /** Of the median, whatever else the machine does. */
  private static final double MOST = 2;

  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  @Test
  void a_company_waits_no_longer_while_another_floods(PortalSystem portal) throws Exception {
    PortalClient limited = portal.login(NewCompany.in(portal).allowed(portal, LIMIT).manager());
    PortalClient unlimited = portal.login(NewCompany.in(portal).manager());
    PortalClient other = portal.login(NewCompany.in(portal).manager());
    times(other); // Warm.
    List<Duration> alone = new ArrayList<>();
    List<Duration> besideLimited = new ArrayList<>();
    List<Duration> besideUnlimited = new ArrayList<>();

    // By turns, as the machine is not the same all the time.
    for (int round = 0; round < ROUNDS; round++) {
      alone.addAll(times(other));
      besideLimited.addAll(whileFlooding(limited, other));
      alone.addAll(times(other));
      besideUnlimited.addAll(whileFlooding(unlimited, other));
    }

    double median = ratio(besideLimited, alone, 0.5);
    Measurements.write(
        "Requests beside another company's flood of %d a second, of which its plan allows %d"
            .formatted(FLOOD_A_SECOND, LIMIT / 60),
        String.format(
            Locale.ROOT,
            "median %.2f times as long as alone (%d ms), 95th percentile %.2f times (%d ms);"
                + " beside the same flood let in %.2f and %.2f times; median at most %.0f",
            median,
            percentile(alone, 0.5).toMillis(),
            ratio(besideLimited, alone, 0.95),
            percentile(alone, 0.95).toMillis(),
            ratio(besideUnlimited, alone, 0.5),
            ratio(besideUnlimited, alone, 0.95),
            MOST));
    assertThat(refused.get()).as("refused of %s", sent).isPositive();
    assertThat(median).isLessThan(MOST);
  }

  private List<Duration> whileFlooding(PortalClient flooding, PortalClient other)
      throws InterruptedException {
    ScheduledExecutorService flood = Executors.newScheduledThreadPool(FLOODERS);
    for (int i = 0; i < FLOODERS; i++) {
      flood.scheduleAtFixedRate(
          () -> {
            sent.incrementAndGet();
            if (flooding.get("/api/properties?limit=200").status() == 429) {
              refused.incrementAndGet();
            }
          },
          0,
          FLOODERS * 1_000_000L / FLOOD_A_SECOND,
          TimeUnit.MICROSECONDS);
    }
    try {
      return times(other);
    } finally {
      flood.shutdownNow();
      flood.awaitTermination(1, TimeUnit.MINUTES);
    }
  }

  private static List<Duration> times(PortalClient person) {
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < REQUESTS_A_ROUND; i++) {
      long start = System.nanoTime();
      Answer answer = person.get("/api/properties");
      times.add(Duration.ofNanos(System.nanoTime() - start));
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }
    return times;
  }

  private static double ratio(List<Duration> times, List<Duration> to, double share) {
    return (double) percentile(times, share).toNanos() / percentile(to, share).toNanos();
  }

  private static Duration percentile(List<Duration> times, double share) {
    List<Duration> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get((int) (share * (sorted.size() - 1)));
  }
}
