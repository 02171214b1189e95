package com.contractorportal.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@Tag("any-database")
class MemberIT {

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private MemberService members;
  private CustomerId company;
  private CustomerId other;
  private UUID person;
  private UUID member;

  @BeforeEach
  void a_person_in_two_companies() {
    given = new Fixture();
    members = CDI.current().select(MemberService.class).get();
    company = given.customer("Snow and Sons");
    other = given.customer("Ice Ltd");
    person = given.account("none", false);
    member = given.member(person, company, Role.MANAGER);
    given.member(person, other, Role.CONTRACTOR);
  }

  @Test
  void the_directory_tells_the_role_in_this_company() throws Exception {
    assertThat(directory())
        .containsExactly(
            new DirectoryEntry(
                member, "Pat Person", Role.MANAGER, Optional.empty(), Optional.empty()));
  }

  @Test
  void who_does_not_belong_any_more_leaves_the_directory_but_keeps_a_name() throws Exception {
    given.run("UPDATE membership SET active = FALSE WHERE account_id = ?", person);

    assertThat(directory()).isEmpty();
    assertThat(inCompany(() -> members.names(List.of(member)))).containsEntry(member, "Pat Person");
  }

  @Test
  void a_person_is_another_member_in_each_company() throws Exception {
    assertThat(inCompany(members::idOfCurrentActor)).contains(member);
    assertThat(in(other, members::idOfCurrentActor)).isPresent().isNotEqualTo(member);
  }

  @Test
  void a_member_of_another_company_is_not_there() throws Exception {
    assertThat(inCompany(() -> members.exists(member))).isTrue();
    assertThat(in(other, () -> members.exists(member))).isFalse();
    assertThat(in(other, () -> members.names(List.of(member)))).isEmpty();
  }

  private List<DirectoryEntry> directory() throws Exception {
    return inCompany(() -> members.directory(false, PageRequest.first(50)).items());
  }

  private <T> T inCompany(Callable<T> work) throws Exception {
    return in(company, work);
  }

  private <T> T in(CustomerId customer, Callable<T> work) throws Exception {
    return CurrentCustomer.callAs(
        customer, Actor.person(person, Fixture.email(person), Role.MANAGER, "test"), work);
  }
}
