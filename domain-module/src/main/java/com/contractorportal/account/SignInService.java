package com.contractorportal.account;

import com.contractorportal.rule.Forbidden;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotAuthenticated;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Signing in and out. Has no transaction of its own: hashing holds no connection, and what a failed
 * sign-in leaves behind must stay.
 */
@ApplicationScoped
public class SignInService {

  @Inject private PasswordCheck passwords;
  @Inject private PasswordHashing hashing;
  @Inject private Sessions sessions;

  /**
   * Signs a person in: at once if there is one place to work, into the given customer otherwise.
   *
   * @param customer which of the person's customers, if chosen already
   * @return without tokens if the person has to choose first
   * @throws NotAuthenticated if the address is unknown, the password wrong or the account locked
   * @throws CustomerSuspended if nobody may work in the customer
   * @throws Forbidden if the person does not belong to the customer, or to none at all
   */
  public Grant signIn(String email, String password, Optional<CustomerId> customer, Client client) {
    PasswordCheck.Admitted admitted =
        passwords
            .check(email, password, customer, client.requestId())
            .orElseThrow(
                () ->
                    new NotAuthenticated(
                        "E-mail address or password is wrong, or there were too many attempts."));
    return sessions.open(admitted, customer, client);
  }

  /**
   * Goes on with a sign-in that waits for the second factor.
   *
   * @param challenge as the sign-in told it
   * @param code of the person's authenticator, or a recovery code; not needed again for the choice
   *     of a customer after it
   * @return without tokens if the person has to choose first
   * @throws NotAuthenticated if the challenge or the code is not, or no longer, good
   * @throws CustomerSuspended if nobody may work in the customer
   * @throws Forbidden if the person does not belong to the customer, or to none at all
   */
  public Grant signIn(
      String challenge, Optional<String> code, Optional<CustomerId> customer, Client client) {
    return sessions.open(parsed(Optional.of(challenge)), code, customer, client);
  }

  /**
   * Continues a session with a new pair of tokens. A refresh token works once, and for ten seconds
   * more; used later, it ends the session.
   *
   * @param expected the customer that the asker believes to work in, if it says so
   * @throws NotAuthenticated if the token is not, or no longer, good
   * @throws SessionOfOtherCustomer if the session is for another customer than expected
   * @throws CustomerSuspended if nobody may work in the customer
   */
  public Grant refresh(Optional<String> token, Optional<CustomerId> expected, Client client) {
    return sessions.refresh(parsed(token), expected, client);
  }

  /**
   * Continues a session in another customer of the person.
   *
   * @param sessionId the session of the access token: the cookie must be of the same
   * @throws NotAuthenticated if the token is not, or no longer, good
   * @throws CustomerSuspended if nobody may work in the customer
   * @throws Forbidden if the person does not belong to the customer
   */
  public Grant switchTo(
      Optional<String> token, UUID sessionId, CustomerId customer, Client client) {
    return sessions.switchTo(parsed(token), sessionId, customer, client);
  }

  private static SecretToken parsed(Optional<String> token) {
    return SecretToken.parse(token).orElseThrow(NotAuthenticated::sessionEnded);
  }

  /**
   * Ends the session that the refresh token belongs to, and that of the access token, which mostly
   * is the same; their other tokens are worth nothing then.
   *
   * @param sessionId the session of a verified access token, if one was sent
   */
  public void signOut(Optional<String> token, Optional<UUID> sessionId, Client client) {
    SecretToken.parse(token).ifPresent(known -> sessions.end(known, client));
    sessionId.ifPresent(known -> sessions.end(known, client));
  }

  /**
   * Changes a person's password and ends all other sessions of theirs.
   *
   * @param sessionId the session that goes on
   * @throws InvalidField if the current password is wrong, or the new one no good
   * @throws NotAuthenticated if the password was changed elsewhere at the same moment
   */
  public void changePassword(
      UUID accountId, UUID sessionId, String current, String wanted, Client client) {
    AccountView account = me(accountId, Optional.empty()).account();
    PasswordRules.check("newPassword", wanted, account.email(), account.displayName());
    if (wanted.equals(current)) {
      throw new InvalidField("newPassword", "The new password must differ from the current one.");
    }
    PasswordCheck.Admitted admitted =
        passwords
            .check(accountId, current, client.requestId())
            .orElseThrow(
                () ->
                    new InvalidField(
                        "currentPassword",
                        "This is not your current password, or there were too many attempts."));
    sessions.changePassword(admitted, hashing.hash(wanted), sessionId, client);
  }

  /**
   * The hash of a first password. Has no transaction: hashing holds no connection.
   *
   * @param displayName what the person is called
   * @throws InvalidField if the password is no good
   */
  public String hashNew(String password, String email, String displayName) {
    PasswordRules.check("password", password, email, displayName);
    return hashing.hash(password);
  }

  /** Where a person is signed in at present. */
  public SessionList sessions(UUID accountId, UUID currentSession) {
    return sessions.living(accountId, currentSession);
  }

  /**
   * Ends one of a person's sessions: its next request is refused.
   *
   * @throws NotFound if there is no such session of theirs
   */
  public void endSession(UUID accountId, UUID sessionId, Client client) {
    sessions.endOwn(accountId, sessionId, client);
  }

  /** Who a signed-in person is at present, and where they may work. */
  public Me me(UUID accountId, Optional<CustomerId> customer) {
    return sessions.me(accountId, customer);
  }
}
