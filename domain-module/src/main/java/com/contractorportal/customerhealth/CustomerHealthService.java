package com.contractorportal.customerhealth;

import com.contractorportal.customer.CustomerFilter;
import com.contractorportal.customer.CustomerService;
import com.contractorportal.customer.CustomerView;
import com.contractorportal.customerhealth.CustomerHealth.Integrations;
import com.contractorportal.customerhealth.CustomerHealth.LastReport;
import com.contractorportal.customerhealth.CustomerHealth.Requests;
import com.contractorportal.customerhealth.HealthRepository.Kept;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Now;
import com.contractorportal.plan.Limit;
import com.contractorportal.plan.PlanService;
import com.contractorportal.plan.PlanView;
import com.contractorportal.plan.ReachedLimit;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How customers are doing, for operators: a page of them in as many statements as one. Nothing of
 * it is the customers' own data.
 */
@ApplicationScoped
@Transactional
public class CustomerHealthService {

  private static final Duration LATELY = Duration.ofDays(7);

  /** Of what a plan allows. */
  private static final double NEAR = 0.8;

  @Inject private CustomerService customers;
  @Inject private PlanService plans;
  @Inject private HealthRepository health;

  /** One page of customers, as {@link CustomerService#list}. */
  public Page<CustomerHealth> list(CustomerFilter filter, PageRequest request) {
    Page<CustomerView> page = customers.list(filter, request);
    Function<CustomerView, CustomerHealth> healthOf = healthOf(page.items());
    return page.map(healthOf);
  }

  /**
   * @throws NotFound if there is no such customer
   */
  public CustomerHealth get(CustomerId id) {
    CustomerView customer = customers.get(id);
    return healthOf(List.of(customer)).apply(customer);
  }

  private Function<CustomerView, CustomerHealth> healthOf(List<CustomerView> some) {
    List<String> ids = some.stream().map(CustomerView::customerId).toList();
    Instant now = Now.instant();
    Map<String, PlanView> allowed =
        plans.list().stream().collect(Collectors.toMap(PlanView::code, Function.identity()));
    Map<String, LastReport> reports = health.lastReports(ids);
    Map<String, Long> failed = health.failedReports(ids, now.minus(LATELY));
    Map<String, Long> imports = health.waitingImports(ids);
    Map<String, Integrations> integrations = health.integrations(ids, now);
    Map<String, Kept> kept = health.kept(ids, now);
    Map<String, Instant> activity = health.lastActivity(ids);
    Map<String, List<Requests>> requests = health.requests(ids, now);
    return customer -> {
      String id = customer.customerId();
      Kept has = kept.getOrDefault(id, Kept.NOTHING);
      return new CustomerHealth(
          id,
          customer.name(),
          customer.status(),
          customer.plan(),
          Optional.ofNullable(reports.get(id)),
          failed.getOrDefault(id, 0L),
          imports.getOrDefault(id, 0L),
          integrations.getOrDefault(id, Integrations.NONE),
          has.storageBytes(),
          near(allowed.get(customer.plan()), has),
          Optional.ofNullable(activity.get(id)),
          requests.getOrDefault(id, List.of()),
          has.meteredAt());
    };
  }

  private static List<ReachedLimit> near(PlanView plan, Kept has) {
    return Stream.of(
            near(Limit.MEMBERS, plan, plan.maxMembers().map(Integer::longValue), has.members()),
            near(
                Limit.PROPERTIES,
                plan,
                plan.maxProperties().map(Integer::longValue),
                has.properties()),
            near(Limit.STORAGE_BYTES, plan, plan.maxStorageBytes(), has.storageBytes()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<ReachedLimit> near(
      Limit limit, PlanView plan, Optional<Long> most, long used) {
    return most.filter(allowed -> used > 0 && used >= NEAR * allowed)
        .map(allowed -> new ReachedLimit(limit, plan.code(), allowed, used));
  }
}
