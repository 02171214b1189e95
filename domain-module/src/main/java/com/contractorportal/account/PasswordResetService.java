package com.contractorportal.account;

import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.Overloaded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Choosing a new password without the old one, by a link that is mailed.
 *
 * <p>Only an account that owns its address by proof gets a link, and the link proves nothing: it
 * sets the password of what was proven before, and no more (docs/adr/0032).
 */
@ApplicationScoped
public class PasswordResetService {

  @Inject private PasswordResets.Steps steps;
  @Inject private PasswordHashing hashing;

  /**
   * Sends a link to the address, if it has an account that may be opened so. Whoever asks is not
   * told, nor can tell by the time it takes: accounts are looked at later.
   *
   * @throws LettersAreOff if the portal sends no e-mail
   */
  public void ask(String email, Client client) {
    steps.ask(email, client.requestId());
  }

  /**
   * Whose password a link is for.
   *
   * @throws NotFound if it does not work: unknown, used, replaced and expired are alike
   */
  public ResetLink find(String token) {
    return new ResetLink(steps.accountOf(parsed(token)).email());
  }

  /**
   * Sets a new password, ends all sessions, and makes the link worth nothing, as well as all others
   * of the account. A second factor stays what it is.
   *
   * @throws NotFound if the link does not work
   * @throws InvalidField if the password is no good
   * @throws Overloaded if too many passwords are being hashed
   */
  public void reset(String token, String password, Client client) {
    SecretToken secret = parsed(token);
    AccountView account = steps.accountOf(secret);
    PasswordRules.check("password", password, account.email(), account.displayName());
    steps.reset(secret, hashing.hash(password), client);
  }

  private static SecretToken parsed(String token) {
    return SecretToken.parse(Optional.of(token)).orElseThrow(PasswordResets.Steps::noSuchLink);
  }

  /** Whose password a link is for. */
  public record ResetLink(String email) {}
}
