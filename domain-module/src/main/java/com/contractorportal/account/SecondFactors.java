package com.contractorportal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;

/** Second factors, for whoever holds the account in a transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SecondFactors {

  private static final int CODES = 10;

  /** 80 bits: nobody finds them from their hashes. */
  private static final int CODE_BYTES = 10;

  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject private FactorRepository factors;
  @Inject private FactorSeal seal;

  boolean isOn(UUID accountId) {
    return factors.find(accountId).filter(SecondFactor::isOn).isPresent();
  }

  /**
   * Whether the code is of the person's authenticator and was not used before, or is one of their
   * recovery codes. It is used up then; else it counts against the factor.
   */
  boolean isRight(UUID accountId, String code, Instant now) {
    return factors
        .lock(accountId)
        .filter(SecondFactor::isOn)
        .filter(factor -> !factor.isLocked(now))
        .filter(factor -> use(factor, accountId, code, now))
        .isPresent();
  }

  /** Recovery codes first: they are good also where the authenticator's secret cannot be read. */
  private boolean use(SecondFactor factor, UUID accountId, String code, Instant now) {
    boolean right =
        factors.removeCode(accountId, hash(code))
            || isOfAuthenticator(factor, accountId, code, now);
    if (right) {
      factor.wasRight();
    } else {
      factor.wasWrong(now);
    }
    return right;
  }

  /** Whether the authenticator made the code; it is used up then. */
  boolean isOfAuthenticator(SecondFactor factor, UUID accountId, String code, Instant now) {
    OptionalLong step =
        OneTimeCodes.step(
            seal.open(accountId, factor.secret()),
            code.replaceAll("\\s", ""),
            now,
            factor.lastStep());
    step.ifPresent(factor::used);
    return step.isPresent();
  }

  /** New recovery codes; the former ones are worth nothing then. */
  List<String> newCodes(UUID accountId, Instant now) {
    factors.removeCodes(accountId);
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < CODES; i++) {
      byte[] random = new byte[CODE_BYTES];
      RANDOM.nextBytes(random);
      String code = new Base32().encodeToString(random).replaceAll("(.{4})(?!$)", "$1-");
      factors.add(new RecoveryCode(accountId, hash(code), now));
      codes.add(code);
    }
    return codes;
  }

  /** Of the letters and digits, however they were typed. */
  private static byte[] hash(String code) {
    return Sha256.of(code.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT));
  }
}
