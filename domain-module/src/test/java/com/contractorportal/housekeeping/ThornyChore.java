package com.contractorportal.housekeeping;

import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A chore that can go wrong for some customers. */
@ApplicationScoped
public class ThornyChore implements CustomerChore {

  static final Set<CustomerId> FAILS_FOR = ConcurrentHashMap.newKeySet();
  static final Set<CustomerId> DONE_FOR = ConcurrentHashMap.newKeySet();
  static volatile Duration kept = Duration.ofDays(1);

  @Override
  public String things() {
    return "thorns";
  }

  @Override
  public Duration kept() {
    return kept;
  }

  @Override
  public int removeSome(Instant before, int most) {
    CustomerId customer = CurrentCustomer.require();
    if (FAILS_FOR.contains(customer)) {
      throw new IllegalStateException("a thorn");
    }
    DONE_FOR.add(customer);
    return 0;
  }
}
