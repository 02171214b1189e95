package com.contractorportal.member;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.customer.CustomerProfile;
import com.contractorportal.customer.CustomerService;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.StaleVersion;
import com.contractorportal.tenancy.CurrentCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** In what units, language and time zone the acting member sees the customer's data. */
@ApplicationScoped
@Transactional
public class SettingsService {

  @Inject private MemberRepository members;
  @Inject private CustomerService customers;
  @Inject private AuditTrail audit;

  /** The acting member's settings. */
  public SettingsView get() {
    return view(acting());
  }

  /**
   * Makes the acting member's settings what the draft says.
   *
   * @throws StaleVersion if the member was changed since
   */
  public SettingsView update(int version, SettingsDraft draft) {
    Member member = acting();
    StaleVersion.check(version, member.version());
    SettingsDraft before = member.preferences();
    member.prefer(draft);
    members.flush();
    audit.changed("update", "settings", member.id(), before, member.preferences());
    return view(member);
  }

  private Member acting() {
    return CurrentCustomer.actor()
        .accountId()
        .flatMap(members::ofAccount)
        .orElseThrow(() -> new NotFound("member"));
  }

  private SettingsView view(Member member) {
    CustomerProfile customer = customers.own();
    SettingsDraft own = member.preferences();
    return new SettingsView(
        Optional.ofNullable(own.units()),
        Optional.ofNullable(own.locale()),
        Optional.ofNullable(own.timeZone()),
        new SettingsView.Effective(
            Optional.ofNullable(own.units()).orElse(customer.units()),
            Optional.ofNullable(own.locale()).orElse(customer.locale()),
            Optional.ofNullable(own.timeZone()).orElse(customer.timeZone())),
        member.version());
  }
}
