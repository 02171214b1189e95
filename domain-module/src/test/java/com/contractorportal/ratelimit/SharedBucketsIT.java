package com.contractorportal.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.persistence.Ids;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class SharedBucketsIT {

  private static final long LIMIT = 100;

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private SharedBuckets buckets;
  private String key;

  @BeforeEach
  void a_company_with_its_bucket() {
    given = new Fixture();
    buckets = CDI.current().select(SharedBuckets.class).get();
    key = given.customer("Flood Brothers").value();
  }

  @Test
  void all_who_take_at_once_get_what_the_bucket_holds_and_no_more() throws Exception {
    Instant start = Instant.now();
    int takers = 8;
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(takers);
    List<Future<Long>> sums = new ArrayList<>();
    for (int i = 0; i < takers; i++) {
      sums.add(
          threads.submit(
              () -> {
                go.await();
                long sum = 0;
                for (int lease = 0; lease < 5; lease++) {
                  sum += buckets.lease(key, LIMIT).tokens();
                }
                return sum;
              }));
    }
    go.countDown();
    long all = 0;
    for (Future<Long> sum : sums) {
      all += sum.get();
    }
    threads.shutdown();

    long refilled = Duration.between(start, Instant.now()).toMillis() * LIMIT / 60_000 + 1;
    assertThat(all).isBetween(LIMIT, LIMIT + refilled);
  }

  @Test
  void an_empty_bucket_says_when_to_come_again() {
    assertThat(buckets.lease(key, 1).tokens()).isEqualTo(1);

    Lease refused = buckets.lease(key, 1);

    assertThat(refused.tokens()).isZero();
    assertThat(refused.available()).isZero();
    assertThat(refused.nextIn()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void buckets_that_are_full_again_go() {
    buckets.lease(key, LIMIT);
    assertThat(rows()).isEqualTo(1);
    given.run("UPDATE rate_bucket SET expires_at = 1 WHERE id = ?", key + ":" + LIMIT);

    assertThat(buckets.removeSome(Instant.now(), 100_000)).isPositive();

    assertThat(rows()).isZero();
  }

  @Test
  void a_company_without_limit_needs_no_bucket_and_one_with_a_limit_has_its_own() {
    RateLimitService limits = CDI.current().select(RateLimitService.class).get();
    assertThat(limits.take(new CustomerId(key))).isEmpty();

    CustomerId small = given.customer("Small Fry");
    given.run("UPDATE customer SET plan = 'FREE' WHERE customer_id = ?", small.value());
    assertThat(limits.take(small).orElseThrow().limit()).isEqualTo(120);
    assertThat(limits.takeByKey(small, Ids.next().toString()).orElseThrow())
        .as("the key's, which is less")
        .returns("key", Quota::policy)
        .returns(60L, Quota::limit);
    assertThat(given.number("SELECT COUNT(*) FROM rate_bucket WHERE id LIKE ?", "%" + key + "%"))
        .isZero();
  }

  private long rows() {
    return given.number("SELECT COUNT(*) FROM rate_bucket WHERE id = ?", key + ":" + LIMIT);
  }
}
