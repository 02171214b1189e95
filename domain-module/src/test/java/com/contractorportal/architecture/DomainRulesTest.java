package com.contractorportal.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.samples.cycle.hither.Hither;
import com.contractorportal.samples.cycle.thither.Thither;
import com.contractorportal.samples.rooms.BaseShovel;
import com.contractorportal.samples.rooms.JsonInProperty;
import com.contractorportal.samples.rooms.PastTheCustomer;
import com.contractorportal.samples.rooms.PublicEntity;
import com.contractorportal.samples.rooms.PublicRepository;
import com.contractorportal.samples.rooms.ResourceInDomain;
import com.contractorportal.samples.rooms.SaltHelper;
import com.contractorportal.samples.rooms.SaltManager;
import com.contractorportal.samples.rooms.SaltUtils;
import com.contractorportal.samples.rooms.ServiceImpl;
import com.contractorportal.samples.rooms.ThroughTheWindow;
import com.contractorportal.samples.rooms.WebInDomain;
import com.contractorportal.samples.yard.Yard;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainRulesTest implements HeldRules {

  @Override
  public List<Held> rules() {
    return List.of(
        new Held(
            "entities are package-private",
            DomainRules.ENTITIES_STAY_IN_THEIR_FEATURE,
            PublicEntity.class),
        new Held(
            "repositories are package-private",
            DomainRules.REPOSITORIES_STAY_IN_THEIR_FEATURE,
            PublicRepository.class),
        new Held(
            "features meet at services, records and failures",
            DomainRules.FEATURES_MEET_AT_SERVICES,
            ThroughTheWindow.class),
        new Held(
            "the business knows no HTTP and no batch",
            DomainRules.NO_WEB_AND_NO_BATCH,
            WebInDomain.class),
        new Held(
            "what the server lends is injected, not looked for as a resource",
            DomainRules.WHAT_THE_SERVER_LENDS_IS_INJECTED,
            ResourceInDomain.class),
        new Held(
            "JSON is written by the audit trail only",
            DomainRules.JSON_IS_KEPT_OR_FETCHED_ONLY,
            JsonInProperty.class),
        new Held(
            "no native SQL, stored procedure or connection in the customer unit",
            DomainRules.NOTHING_PASSES_THE_CUSTOMER,
            PastTheCustomer.Native.class,
            PastTheCustomer.Procedure.class,
            PastTheCustomer.Connection.class,
            PastTheCustomer.Handed.class),
        new Held(
            "no named native query on customers' entities",
            DomainRules.NO_NATIVE_QUERIES_ON_CUSTOMERS_ENTITIES,
            PublicEntity.class),
        new Held(
            "no class is called Util, Helper, Manager, Impl or Base",
            NO_LUMBER_ROOMS,
            SaltUtils.class,
            SaltHelper.class,
            SaltManager.class,
            ServiceImpl.class,
            BaseShovel.class));
  }

  @Test
  void features_form_no_cycle() {
    HeldRules.noCyclesBelow("com.contractorportal").check(HOUSE);
  }

  @Test
  void a_cycle_of_two_features_is_found() {
    assertThat(
            HeldRules.violations(
                HeldRules.noCyclesBelow("com.contractorportal.samples.cycle"),
                Hither.class,
                Thither.class))
        .isNotEmpty();
  }

  @Test
  void a_feature_may_be_reached_through_its_service() {
    assertThat(HeldRules.violations(DomainRules.FEATURES_MEET_AT_SERVICES, Yard.class)).isEmpty();
  }
}
