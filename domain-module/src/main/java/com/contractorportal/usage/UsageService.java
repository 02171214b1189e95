package com.contractorportal.usage;

import com.contractorportal.persistence.Now;
import com.contractorportal.plan.Limit;
import com.contractorportal.plan.Limits;
import com.contractorportal.plan.Limits.Allowance;
import com.contractorportal.plan.Meter;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.usage.Activity.Measure;
import com.contractorportal.usage.UsageView.LimitedUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What customers use. Months are those of UTC. */
@ApplicationScoped
@Transactional
public class UsageService {

  /** This month and two years before. */
  private static final int MONTHS = 25;

  @Inject private UsageRepository usage;
  @Inject private Limits limits;
  @Inject @Any private Instance<Meter> meters;
  @Inject @Any private Instance<Activity> activities;

  /** What the current customer uses: metered now, but for requests, which some seconds lack. */
  public UsageView own() {
    CustomerId customer = CurrentCustomer.require();
    meter(Now.instant());
    return view(customer);
  }

  /**
   * What a customer uses, for operators: as it was last metered, within the hour, and requests as
   * in {@link #own}.
   *
   * @throws NotFound if there is no such customer
   */
  public UsageView of(CustomerId customer) {
    return view(customer);
  }

  /**
   * What customers used in a month, for operators: as it was last metered. In the order of their
   * ids, so that the last one's leads to the next page.
   *
   * @param after the id behind which they begin; empty for the first ones
   */
  public List<CustomerMonth> ofAll(YearMonth month, String after, int most) {
    return usage.customers(month, after, most);
  }

  /** Meters the current customer, and once more the month before if it was not when it ended. */
  void meter(Instant now) {
    CustomerId customer = CurrentCustomer.require();
    YearMonth month = monthOf(now);
    Map<Limit, Long> kept = kept();
    usage.write(customer, month, kept, done(month), now);
    YearMonth before = month.minusMonths(1);
    usage.months(customer, 2).stream()
        .filter(past -> past.month().equals(before) && past.wasMeteredBefore(start(month)))
        .forEach(past -> usage.write(customer, before, kept, done(before), now));
  }

  private UsageView view(CustomerId customer) {
    String thisMonth = monthOf(Now.instant()).toString();
    List<MonthOfUsage> months =
        usage.months(customer, MONTHS).stream().map(UsageMonth::view).toList();
    MonthOfUsage current =
        months.stream()
            .filter(month -> month.month().equals(thisMonth))
            .findFirst()
            .orElseGet(() -> new MonthOfUsage(thisMonth, 0, 0, 0, 0, 0, 0, 0, Optional.empty()));
    List<Allowance> allowances =
        Arrays.stream(Limit.values()).map(limit -> limits.allowed(customer, limit)).toList();
    return new UsageView(
        allowances.get(0).plan(),
        allowances.stream()
            .map(each -> new LimitedUse(each.limit(), each.most(), used(current, each.limit())))
            .toList(),
        current,
        months.stream().filter(month -> !month.month().equals(thisMonth)).toList());
  }

  private static Optional<Long> used(MonthOfUsage month, Limit limit) {
    return switch (limit) {
      case MEMBERS -> Optional.of(month.members());
      case PROPERTIES -> Optional.of(month.properties());
      case STORAGE_BYTES -> Optional.of(month.storageBytes());
      case REQUESTS_PER_MINUTE, REPORT_HISTORY_DAYS -> Optional.empty();
    };
  }

  private Map<Limit, Long> kept() {
    Map<Limit, Long> kept = new EnumMap<>(Limit.class);
    for (Limit limit : Limit.values()) {
      kept.put(
          limit,
          meters.stream().filter(meter -> meter.limit() == limit).mapToLong(Meter::used).sum());
    }
    return kept;
  }

  private Map<Measure, Long> done(YearMonth month) {
    Map<Measure, Long> done = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      done.put(
          measure,
          activities.stream()
              .filter(activity -> activity.measure() == measure)
              .mapToLong(activity -> activity.during(start(month), start(month.plusMonths(1))))
              .sum());
    }
    return done;
  }

  static YearMonth monthOf(Instant instant) {
    return YearMonth.from(instant.atZone(ZoneOffset.UTC));
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
