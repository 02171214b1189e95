package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.system.CrewStorm.Crew;
import jakarta.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Twenty crews at 175 properties at once. To see it in a portal that runs, {@code mvn verify
 * -Dit.test=CrewStormIT -Dportal.url=http://localhost:8080 -Dportal.password=…}, with the password
 * that {@code mvn -Prun} has printed.
 */
@Tag("any-database")
class CrewStormIT {

  static final int CREWS = 20;
  static final int PROPERTIES = 175;

  @Test
  @DisabledIfSystemProperty(named = "portal.url", matches = ".+")
  @ExtendWith(PortalExtension.class)
  void a_storm_of_twenty_crews_is_written_down_once_and_whole(PortalSystem portal)
      throws Exception {
    NewCompany company = NewCompany.in(portal);
    List<Crew> crews = new ArrayList<>();
    for (int i = 0; i < CREWS; i++) {
      NewCompany.Hired hired = company.hired(portal, "CONTRACTOR");
      crews.add(new Crew(portal.login(hired.email()), hired.memberId()));
    }
    PortalClient office = portal.login(company.manager());

    System.out.println(new CrewStorm(office, crews, sites(office, PROPERTIES)).rage());
  }

  @Test
  @EnabledIfSystemProperty(named = "portal.url", matches = ".+")
  void a_portal_that_runs_lives_through_it_as_well() throws Exception {
    PortalClient admin = login("admin@vermont.example", System.getProperty("portal.password"));
    List<Crew> crews = new ArrayList<>();
    for (int i = 0; i < CREWS; i++) {
      crews.add(Crew.hire(admin, stranger()));
    }

    System.out.println(new CrewStorm(admin, crews, CrewStorm.inService(admin)).rage());
  }

  /** As many new properties, all of the company's. */
  static List<String> sites(PortalClient office, int count) {
    List<String> sites = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Answer created =
          office.post(
              "/api/properties",
              Json.createObjectBuilder()
                  .add("name", "Site " + i)
                  .add("street", i + " Main St")
                  .add("kind", "COMMERCIAL")
                  .build()
                  .toString());
      assertThat(created.status()).as(created.toString()).isEqualTo(201);
      sites.add(created.createdId());
    }
    return sites;
  }

  private static PortalClient login(String email, String password) {
    PortalClient client = stranger();
    Answer answer =
        client.post(
            "/api/auth/login",
            Json.createObjectBuilder()
                .add("email", email)
                .add("password", password)
                .build()
                .toString());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return client.use(answer);
  }

  private static PortalClient stranger() {
    return new PortalClient(
        HttpClient.newHttpClient(), URI.create(System.getProperty("portal.url")));
  }
}
