package com.contractorportal.report;

import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** The kinds of report that there are: every bean that is one. */
@ApplicationScoped
class Reports {

  @Inject @Any private Instance<Report> all;

  /** In a fixed order. */
  List<Report> all() {
    return all.stream().sorted(Comparator.comparing(Report::kind)).toList();
  }

  /** Those that somebody wants. */
  List<Report> within(Wishes wishes) {
    return all().stream().filter(report -> wishes.includesKind(report.kind())).toList();
  }

  /** Those that the acting person may not read. The portal itself may read all. */
  List<String> hidden() {
    return all().stream().filter(report -> !mayRead(report)).map(Report::kind).toList();
  }

  /** Those that the acting person may read. */
  List<Report> readable() {
    return all().stream().filter(Reports::mayRead).toList();
  }

  private static boolean mayRead(Report report) {
    Actor actor = CurrentCustomer.actor();
    return actor.role().map(report.readers()::contains).orElse(true);
  }
}
