package com.contractorportal.ratelimit;

import com.contractorportal.housekeeping.Chore;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.mysql.Bucket4jMySQL;
import io.github.bucket4j.mysql.MySQLSelectForUpdateBasedProxyManager;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** The buckets of tokens that all nodes take from. */
@ApplicationScoped
class SharedBuckets implements Chore {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** A bucket that is full again is as good as none. */
  private static final Duration KEPT = Duration.ofHours(1);

  private static final int LEASES_A_MINUTE = 20;
  private static final long LARGEST_LEASE = 50;

  @Inject private DataSource database;

  private MySQLSelectForUpdateBasedProxyManager<String> buckets;

  @PostConstruct
  void open() {
    buckets =
        Bucket4jMySQL.selectForUpdateBasedBuilder(database)
            .table("rate_bucket")
            .idColumn("id")
            .stateColumn("state")
            .expiresAtColumn("expires_at")
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .requestTimeout(Duration.ofSeconds(2))
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT))
            .build();
  }

  /**
   * Takes some tokens for a node. Outside of any transaction: the bucket is locked only while they
   * are counted.
   *
   * @param key whose; with another limit it is another bucket
   * @param limit tokens a minute
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  Lease lease(String key, long limit) {
    VerboseResult<Long> taken =
        buckets
            .builder()
            .build(
                key + ":" + limit,
                () ->
                    BucketConfiguration.builder()
                        .addLimit(bucket -> bucket.capacity(limit).refillGreedy(limit, MINUTE))
                        .build())
            .asVerbose()
            .tryConsumeAsMuchAsPossible(sizeOfLease(limit));
    return new Lease(
        limit,
        taken.getValue(),
        taken.getDiagnostics().getAvailableTokens(),
        Duration.ofNanos(60_000_000_000L / limit));
  }

  /** Small beside the limit: it is what the nodes together may be off by. */
  static long sizeOfLease(long limit) {
    return Math.min(LARGEST_LEASE, Math.max(1, limit / LEASES_A_MINUTE));
  }

  @Override
  public String things() {
    return "rate-limit buckets";
  }

  @Override
  public Duration kept() {
    return KEPT;
  }

  @Override
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public int removeSome(Instant before, int most) {
    return buckets.removeExpired(most);
  }
}
