package com.contractorportal.plan;

import com.contractorportal.audit.PlatformAudit;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.StaleVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The plans that customers can have, for operators. */
@ApplicationScoped
@Transactional
public class PlanService {

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  @Inject private PlatformAudit audit;

  /** All plans, the smallest first. */
  public List<PlanView> list() {
    return em.createQuery("SELECT p FROM Plan p ORDER BY p.position", Plan.class)
        .getResultStream()
        .map(Plan::view)
        .toList();
  }

  /** Whether there is a plan with this code, as it is written. */
  public boolean exists(String code) {
    return find(code).isPresent();
  }

  /**
   * Makes a plan what the draft says. It holds for all its customers at once, for requests a minute
   * within a minute; what they have beyond a new limit stays.
   *
   * @throws NotFound if there is none
   * @throws StaleVersion if it was changed since
   */
  public PlanView update(String code, int version, PlanDraft draft) {
    Plan plan = find(code).orElseThrow(() -> new NotFound("plan"));
    StaleVersion.check(version, plan.version());
    PlanView before = plan.view();
    plan.allow(draft);
    em.flush();
    audit.record(
        "update", "plan", code, Optional.empty(), Optional.of(before), Optional.of(plan.view()));
    return plan.view();
  }

  /** The database would take another case for the same. */
  private Optional<Plan> find(String code) {
    return Optional.ofNullable(em.find(Plan.class, code))
        .filter(plan -> plan.view().code().equals(code));
  }
}
