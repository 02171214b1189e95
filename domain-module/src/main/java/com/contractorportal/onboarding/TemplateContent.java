package com.contractorportal.onboarding;

import com.contractorportal.customer.Units;
import com.contractorportal.equipment.EquipmentRateDraft;
import com.contractorportal.property.PropertyDraft;
import com.contractorportal.propertylist.PropertyListDraft;
import com.contractorportal.route.RouteDraft;
import com.contractorportal.text.OneLine;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a customer starts with. Everything but {@code settings} is made as if the customer's own
 * people had asked for it, by the same drafts and rules; lists and routes name the template's
 * properties by their names.
 *
 * @param settings what holds where the order of the customer says nothing; optional
 * @param equipmentRates none if not given
 * @param properties none if not given; no two of one name
 * @param propertyLists none if not given
 * @param routes none if not given
 */
public record TemplateContent(
    Settings settings,
    @Size(max = 100, message = "A template has at most 100 rates.")
        List<EquipmentRateDraft> equipmentRates,
    @Size(max = 200, message = "A template has at most 200 properties.")
        List<PropertyDraft> properties,
    @Size(max = 50, message = "A template has at most 50 lists.") List<ListOfNames> propertyLists,
    @Size(max = 50, message = "A template has at most 50 routes.") List<RouteOfNames> routes) {

  public TemplateContent {
    equipmentRates = orNone(equipmentRates);
    properties = orNone(properties);
    propertyLists = orNone(propertyLists);
    routes = orNone(routes);
  }

  private static <T> List<T> orNone(List<T> things) {
    return things == null ? List.of() : things;
  }

  Optional<Settings> defaults() {
    return Optional.ofNullable(settings);
  }

  /**
   * All optional.
   *
   * @param locale a BCP 47 language tag
   * @param timeZone an IANA zone
   * @param currency a code of ISO 4217
   */
  public record Settings(Units units, String locale, String timeZone, String currency) {}

  /**
   * A list of properties.
   *
   * @param properties by their names; none if not given
   */
  public record ListOfNames(
      @OneLine String name, @OneLine String description, List<String> properties) {

    public ListOfNames {
      properties = orNone(properties);
    }

    PropertyListDraft draft(Function<String, UUID> ids) {
      return new PropertyListDraft(name, description, properties.stream().map(ids).toList());
    }
  }

  /**
   * A route that nobody drives yet.
   *
   * @param stops properties by their names, in the order of the drive; none if not given
   */
  public record RouteOfNames(
      @OneLine String name,
      @OneLine String vehicle,
      @OneLine String startPlace,
      List<String> stops) {

    public RouteOfNames {
      stops = orNone(stops);
    }

    RouteDraft draft(Function<String, UUID> ids) {
      return new RouteDraft(name, null, vehicle, startPlace, stops.stream().map(ids).toList());
    }
  }
}
