package com.contractorportal.member;

import com.contractorportal.account.MemberStanding;
import com.contractorportal.customer.Units;
import com.contractorportal.persistence.Now;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A person's profile inside one customer. Role and sign-in stand with their account. */
@Entity
@Table(name = "member")
class Member extends CustomerOwned {

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "display_name")
  private String displayName;

  private String phone;

  @Column(name = "hourly_cost")
  private BigDecimal hourlyCost;

  private String currency;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Enumerated(EnumType.STRING)
  private Units units;

  private String locale;

  @Column(name = "time_zone")
  private String timeZone;

  protected Member() {}

  Member(UUID accountId, MemberInvitation draft) {
    this.accountId = accountId;
    describe(draft.displayName(), draft.phone(), draft.hourlyCost(), draft.currency());
    this.createdAt = updatedAt;
  }

  void describe(MemberDraft draft) {
    describe(draft.displayName(), draft.phone(), draft.hourlyCost(), draft.currency());
  }

  private void describe(String newName, String newPhone, BigDecimal newCost, String newCurrency) {
    if (newCost != null && newCurrency == null) {
      throw new InvalidField("currency", "Name the currency of the hourly cost.");
    }
    displayName = newName.strip();
    phone = newPhone == null || newPhone.isBlank() ? null : newPhone.strip();
    hourlyCost = newCost == null ? null : newCost.setScale(2);
    currency = newCost == null ? null : newCurrency;
    touch();
  }

  /** The person followed the invitation, perhaps with an account they had already. */
  void joinBy(UUID account) {
    accountId = account;
    touch();
  }

  void callThemselves(String newName) {
    displayName = newName.strip();
  }

  /** Something of the member that stands elsewhere has changed. */
  void touch() {
    updatedAt = Now.instant();
  }

  void prefer(SettingsDraft draft) {
    units = draft.units();
    locale = draft.locale();
    timeZone = draft.timeZone();
    touch();
  }

  SettingsDraft preferences() {
    return new SettingsDraft(units, locale, timeZone);
  }

  MemberView view(MemberStanding standing, Optional<InvitationView> invitation) {
    return new MemberView(
        id(),
        standing.email(),
        displayName,
        standing.role(),
        standing.status(),
        Optional.ofNullable(phone),
        Optional.ofNullable(hourlyCost),
        Optional.ofNullable(currency),
        invitation,
        version(),
        createdAt,
        updatedAt);
  }

  UUID accountId() {
    return accountId;
  }

  String displayName() {
    return displayName;
  }
}
