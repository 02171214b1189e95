package com.contractorportal.report;

import com.contractorportal.report.WorkRepository.Material;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One row per property at which something was spread in the season, material and unit. */
@ApplicationScoped
class MaterialUsage implements Report {

  private static final BigDecimal GRAMS = BigDecimal.valueOf(1000);

  @Inject private WorkRepository work;

  @Override
  public String kind() {
    return "MATERIAL_USAGE";
  }

  @Override
  public String title() {
    return "Material usage";
  }

  @Override
  public String description() {
    return "What was spread at each property in the current season, by material, in all and on its"
        + " area.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text("property"),
        Column.text("street"),
        Column.text("city"),
        Column.text("state"),
        Column.text("postal_code"),
        Column.measured("area", Measure.AREA),
        Column.text("material"),
        Column.count("logs"),
        Column.number("quantity"),
        Column.code("unit"),
        Column.measured("mass", Measure.MASS),
        Column.measured("volume", Measure.VOLUME),
        Column.measured("spread", Measure.SPREAD));
  }

  @Override
  public Set<ReportParameter> parameters() {
    return EnumSet.of(ReportParameter.PERIOD, ReportParameter.PROPERTY);
  }

  @Override
  public void read(ReportSetting setting, Rows rows) throws IOException {
    UUID after = WorkRepository.BEFORE_ALL;
    List<ReportedProperty> page;
    do {
      page = work.propertiesAfter(after, setting.propertyId());
      Map<UUID, ReportedProperty> properties =
          page.stream().collect(Collectors.toMap(ReportedProperty::id, Function.identity()));
      List<UUID> ids = page.stream().map(ReportedProperty::id).toList();
      for (List<UUID> slice : work.inSlices(ids, setting.period())) {
        for (Material spread : work.materialIn(setting.period(), setting.asOf(), slice)) {
          write(properties.get(spread.propertyId()), spread, rows);
        }
        rows.pageEnds();
      }
      if (!page.isEmpty()) {
        after = page.get(page.size() - 1).id();
      }
      rows.pageEnds();
    } while (page.size() == WorkRepository.PAGE);
  }

  private static void write(ReportedProperty property, Material spread, Rows rows)
      throws IOException {
    MaterialSums sums = new MaterialSums().add(spread);
    rows.add(
        property.name(),
        property.street(),
        property.city(),
        property.state(),
        property.postalCode(),
        property.areaM2().orElse(null),
        spread.material(),
        spread.logs(),
        spread.quantity(),
        spread.unit(),
        sums.massKg(),
        sums.volumeL(),
        property
            .areaM2()
            .filter(area -> sums.massKg() != null && area.signum() > 0)
            .map(area -> sums.massKg().multiply(GRAMS).divide(area, 6, RoundingMode.HALF_UP))
            .orElse(null));
  }
}
