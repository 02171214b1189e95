package com.contractorportal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.persistence.Ids;
import com.contractorportal.tenancy.CustomerId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InvitationTest {

  private static final CustomerId COMPANY = new CustomerId("ABCDEFGHJ");
  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

  @Test
  void a_link_works_for_seven_days() {
    Invitation invitation = invitation(true);

    assertThat(invitation.isOpen(NOW.plus(Duration.ofDays(7)).minusMillis(1))).isTrue();
    assertThat(invitation.isOpen(NOW.plus(Duration.ofDays(7)))).isFalse();
  }

  @Test
  void a_link_works_once() {
    Invitation invitation = invitation(true);

    invitation.accept(Ids.next(), NOW);

    assertThat(invitation.isOpen(NOW)).isFalse();
  }

  @Test
  void only_a_link_that_was_mailed_proves_the_address() {
    assertThat(invitation(true).provesAddress()).isTrue();
    assertThat(invitation(false).provesAddress()).isFalse();
  }

  @Test
  void an_account_is_its_inviters_only_until_its_address_is_proven() {
    Account account = Account.invited(COMPANY, " Pat@Example.com ", "Pat");
    assertThat(account.email()).isEqualTo("pat@example.com");
    assertThat(account.passwordHash()).isEmpty();

    account.choosePassword("a hash");
    assertThat(account.customer()).contains(COMPANY);

    account.proveAddress(NOW);
    assertThat(account.customer()).isEmpty();
  }

  @Test
  void an_invitation_never_changes_a_password() {
    Account account = Account.invited(COMPANY, "pat@example.com", "Pat");
    account.choosePassword("the first");

    assertThatThrownBy(() -> account.choosePassword("another"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(account.passwordHash()).contains("the first");
  }

  private static Invitation invitation(boolean mailed) {
    return new Invitation(COMPANY, Ids.next(), SecretToken.generate(), mailed, Ids.next(), NOW);
  }
}
