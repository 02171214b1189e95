package com.contractorportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import jakarta.enterprise.inject.spi.CDI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class FirstOperatorIT {

  private static final String PASSWORD = "salt the steps first";

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private FirstOperator firstOperator;
  private String email;
  private Path file;

  @BeforeEach
  void no_operator_and_a_file() throws Exception {
    given = new Fixture();
    given.run("UPDATE account SET super_admin = FALSE");
    firstOperator = CDI.current().select(FirstOperator.class).get();
    email = UUID.randomUUID() + "@portal.example";
    file = Files.createTempFile("set-up", ".properties");
    write("email = " + email + "\ndisplayName = Robin Root\npassword = " + PASSWORD + "\n");
  }

  @Test
  void the_operator_signs_in_and_the_file_is_gone() {
    firstOperator.createFrom(file);

    SignInService signIns = CDI.current().select(SignInService.class).get();
    Client client = new Client("test", Optional.empty());
    AccountView account =
        signIns.signIn(email, PASSWORD, Optional.empty(), client).signIn().account();
    assertThat(account.superAdmin()).isTrue();
    assertThat(file).doesNotExist();
  }

  @Test
  void there_is_no_second_one_and_the_file_is_gone() throws Exception {
    firstOperator.createFrom(file);
    write("email = second" + email + "\ndisplayName = Second\npassword = " + PASSWORD + "\n");

    firstOperator.createFrom(file);

    assertThat(accounts("second" + email)).isZero();
    assertThat(file).doesNotExist();
  }

  @Test
  void a_file_that_others_can_read_is_refused() throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    firstOperator.createFrom(file);

    assertThat(accounts(email)).isZero();
    assertThat(file).exists();
  }

  @Test
  void a_password_that_is_too_easy_is_refused() throws Exception {
    write("email = " + email + "\ndisplayName = Robin Root\npassword = secret\n");

    firstOperator.createFrom(file);

    assertThat(accounts(email)).isZero();
  }

  @Test
  void an_account_that_exists_does_not_become_an_operator() throws Exception {
    UUID person = given.account("none", false);
    write(
        "email = "
            + Fixture.email(person)
            + "\ndisplayName = Robin Root\npassword = "
            + PASSWORD
            + "\n");

    firstOperator.createFrom(file);

    assertThat(given.number("SELECT super_admin FROM account WHERE id = ?", person)).isZero();
  }

  @Test
  void no_file_no_operator() throws Exception {
    Files.delete(file);

    firstOperator.createFrom(file);

    assertThat(given.number("SELECT COUNT(*) FROM account WHERE super_admin")).isZero();
  }

  private long accounts(String address) {
    return given.number("SELECT COUNT(*) FROM account WHERE email = ?", address);
  }

  private void write(String text) throws Exception {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
  }
}
