package com.contractorportal.account;

import com.contractorportal.account.SessionRepository.Standing;
import com.contractorportal.customer.CustomerStatus;
import com.contractorportal.persistence.Now;
import com.contractorportal.rule.NotAuthenticated;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/**
 * Holds the claims of a verified access token against the present: a token lives for minutes, a
 * person may be dismissed at once. One query, never cached.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class SessionCheck {

  @Inject private SessionRepository sessions;
  @Inject private OperatorRules operators;

  /**
   * Checks the token of a person who works in a customer.
   *
   * @throws NotAuthenticated if the session has ended or the role is not the person's any more
   * @throws CustomerSuspended if nobody may work in the customer
   * @throws SecondFactorMissing if the customer requires one, and the session has none
   */
  public void check(UUID sessionId, UUID accountId, CustomerId customer, Role role) {
    Standing standing = checkPassword(sessionId, accountId, customer, role);
    if (standing.secondFactorRequired() && !standing.secondFactor()) {
      throw new SecondFactorMissing();
    }
  }

  /** The same for what people may do before they have the second factor that is required. */
  public void checkBeforeSecondFactor(
      UUID sessionId, UUID accountId, CustomerId customer, Role role) {
    checkPassword(sessionId, accountId, customer, role);
  }

  private Standing checkPassword(UUID sessionId, UUID accountId, CustomerId customer, Role role) {
    Standing standing = sound(sessions.standing(sessionId, accountId, customer), role);
    if (!standing.customer().map(CustomerStatus::isOpen).orElse(false)) {
      throw new CustomerSuspended();
    }
    return standing;
  }

  /**
   * Checks an operator's token.
   *
   * @throws NotAuthenticated if the session has ended or the person is no operator any more
   * @throws SecondFactorMissing if operators need one, and the session has none
   */
  public void checkOperator(UUID sessionId, UUID accountId) {
    Standing standing = checkOperatorsPassword(sessionId, accountId);
    if (operators.needSecondFactor() && !standing.secondFactor()) {
      throw new SecondFactorMissing();
    }
  }

  /** The same for what operators may do before they have the second factor that is required. */
  public void checkOperatorBeforeSecondFactor(UUID sessionId, UUID accountId) {
    checkOperatorsPassword(sessionId, accountId);
  }

  private Standing checkOperatorsPassword(UUID sessionId, UUID accountId) {
    return sound(sessions.operatorStanding(sessionId, accountId), Role.SUPER_ADMIN);
  }

  private static Standing sound(Optional<Standing> standing, Role role) {
    return standing
        .filter(present -> present.revokedAt().isEmpty())
        .filter(present -> Now.instant().isBefore(present.expiresAt()))
        .filter(present -> present.role().filter(role::equals).isPresent())
        .orElseThrow(NotAuthenticated::sessionEnded);
  }
}
