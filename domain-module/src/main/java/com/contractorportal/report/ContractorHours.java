package com.contractorportal.report;

import com.contractorportal.report.WorkRepository.Shift;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One row per winter event of the season, person and currency of equipment. A person's cost is that
 * of today; the rates of equipment are those that stand in the logs.
 */
@ApplicationScoped
class ContractorHours implements Report {

  private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);

  @Inject private ReportRepository reports;
  @Inject private WorkRepository work;

  @Override
  public String kind() {
    return "CONTRACTOR_HOURS";
  }

  @Override
  public String title() {
    return "Contractor hours and cost";
  }

  @Override
  public String description() {
    return "For every winter event of the season, each person's logs and hours, what they cost at the"
        + " person's present hourly cost, and what their equipment cost at the rates of the logs.";
  }

  /** As the members' cost itself. */
  @Override
  public Set<Role> readers() {
    return EnumSet.of(Role.ADMIN);
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text("event"),
        Column.time("starts"),
        Column.text("person"),
        Column.count("logs"),
        Column.hours("worked"),
        Column.money("hourly_cost"),
        Column.money("labour_cost"),
        Column.text("labour_currency"),
        Column.money("equipment_cost"),
        Column.text("equipment_currency"));
  }

  @Override
  public Set<ReportParameter> parameters() {
    return EnumSet.of(ReportParameter.PERIOD, ReportParameter.EVENT);
  }

  @Override
  public void read(ReportSetting setting, Rows rows) throws IOException {
    EventPages events = new EventPages(reports, setting);
    for (List<ReportedEvent> page = events.next(); !page.isEmpty(); page = events.next()) {
      for (ReportedEvent event : page) {
        write(event, work.shifts(event.id(), setting.asOf()), rows);
        rows.pageEnds();
      }
    }
  }

  private void write(ReportedEvent event, List<Shift> shifts, Rows rows) throws IOException {
    Map<UUID, ReportedMember> members =
        work.members(shifts.stream().map(Shift::memberId).distinct().toList());
    for (Shift shift : shifts) {
      ReportedMember member = members.get(shift.memberId());
      Optional<BigDecimal> hourly = member.hourlyCost();
      rows.add(
          event.name(),
          event.startsAt(),
          member.displayName(),
          shift.logs(),
          shift.time(),
          hourly.orElse(null),
          hourly
              .map(cost -> anHour(cost.multiply(BigDecimal.valueOf(shift.time().toSeconds()))))
              .orElse(null),
          hourly.isPresent() ? member.currency().orElse(null) : null,
          shift.currency().isPresent() ? anHour(shift.equipment()) : null,
          shift.currency().orElse(null));
    }
  }

  private static BigDecimal anHour(BigDecimal rateTimesSeconds) {
    return rateTimesSeconds.divide(SECONDS_AN_HOUR, 2, RoundingMode.HALF_UP);
  }
}
