package com.contractorportal.account;

import com.contractorportal.audit.PlatformAudit;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.tenancy.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The first account of a new deployment. Its e-mail address, name and password come from a file
 * that is read once and deleted; there is no default password.
 */
@ApplicationScoped
public class FirstOperator {

  private static final Logger LOG = Logger.getLogger(FirstOperator.class.getName());

  @Inject private PasswordHashing hashing;
  @Inject private Creation creation;

  /**
   * Creates the first operator from a properties file with {@code email}, {@code displayName} and
   * {@code password}, unless there is an operator already. A file that cannot be used is left alone
   * and the log says why.
   */
  public void createFrom(Path file) {
    if (!Files.exists(file)) {
      return;
    }
    try {
      OwnerOnly.check(file);
      Properties wanted = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        wanted.load(reader);
      }
      String email = required(wanted, "email");
      String displayName = required(wanted, "displayName");
      String password = required(wanted, "password");
      PasswordRules.check("password", password, email, displayName);
      LOG.info(
          creation.create(email, displayName, hashing.hash(password))
              ? "Created the first operator from the set-up file, and deleted the file."
              : "There is an operator already: deleted the set-up file without using it.");
      Files.delete(file);
    } catch (IllegalStateException | IOException | InvalidField refused) {
      LOG.log(
          Level.SEVERE,
          "No operator was created from the set-up file (PORTAL_SETUP_FILE): {0}",
          refused.getMessage());
    }
  }

  private static String required(Properties wanted, String name) {
    return Optional.ofNullable(wanted.getProperty(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> new IllegalStateException("it lacks the line \"" + name + " = …\"."));
  }

  /** The transaction. */
  @ApplicationScoped
  @Transactional
  static class Creation {

    @Inject private AccountRepository accounts;
    @Inject private PlatformAudit audit;

    /** Whether the account was created: not if there is an operator already. */
    boolean create(String email, String displayName, String passwordHash) {
      if (accounts.isThereAnOperator()) {
        return false;
      }
      if (accounts.findByEmail(email).isPresent()) {
        throw new IllegalStateException("its e-mail address belongs to another account.");
      }
      Account operator = Account.operator(email, displayName, passwordHash);
      accounts.add(operator);
      audit.record(
          Actor.portal("set-up", "start"),
          "create",
          "account",
          operator.id().toString(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(operator.view()));
      return true;
    }
  }
}
