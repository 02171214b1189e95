package com.contractorportal.web.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.architecture.HeldRules;
import com.contractorportal.samples.batch.AnswersHttp;
import com.contractorportal.samples.route.KnowsTheWeb;
import com.contractorportal.samples.web.BindsAtWill;
import com.contractorportal.samples.web.HoldsAnEntityManager;
import com.contractorportal.samples.web.HoldsTheDatabase;
import com.contractorportal.samples.web.ResponseHelper;
import com.contractorportal.samples.web.hither.Hither;
import com.contractorportal.samples.web.thither.Thither;
import java.util.List;
import org.junit.jupiter.api.Test;

class FloorRulesTest implements HeldRules {

  @Override
  public List<Held> rules() {
    return List.of(
        new Held(
            "web and batch never touch the EntityManager, nor the database past it",
            FloorRules.DATA_IS_REACHED_THROUGH_SERVICES,
            HoldsAnEntityManager.class,
            HoldsTheDatabase.class),
        new Held(
            "arrows run from web and batch to the business",
            FloorRules.ARROWS_RUN_ONE_WAY,
            KnowsTheWeb.class),
        new Held("batch knows no web", FloorRules.BATCH_KNOWS_NO_WEB, AnswersHttp.class),
        new Held(
            "only the verified token binds a customer to a request",
            FloorRules.ONLY_THE_VERIFIED_TOKEN_BINDS_A_CUSTOMER,
            BindsAtWill.class),
        new Held(
            "no class is called Util, Helper, Manager, Impl or Base",
            NO_LUMBER_ROOMS,
            ResponseHelper.class));
  }

  @Test
  void features_form_no_cycle_on_any_floor() {
    HeldRules.noCyclesBelow("com.contractorportal.web").check(HOUSE);
    HeldRules.noCyclesBelow("com.contractorportal").check(HOUSE);
  }

  @Test
  void a_cycle_of_two_features_is_found() {
    assertThat(
            HeldRules.violations(
                HeldRules.noCyclesBelow("com.contractorportal.samples.web"),
                Hither.class,
                Thither.class))
        .isNotEmpty();
  }
}
