package com.contractorportal.onboarding;

import com.contractorportal.customer.CustomerTermsDraft;
import com.contractorportal.customer.Units;
import com.contractorportal.persistence.Ids;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Holds what operators write for customers against the constraints that customers' own API has. */
@ApplicationScoped
class Drafts {

  @Inject private Validator validator;

  /**
   * @param path of the draft in the request, with a dot behind; empty for the request itself
   * @throws InvalidField if the draft breaks a constraint; of several, that of the first field by
   *     name
   */
  <T> void check(String path, T draft) {
    if (draft == null) {
      throw new InvalidField(path.replaceFirst("\\.$", ""), "There is nothing here.");
    }
    validator.validate(draft).stream()
        .min(Comparator.comparing((ConstraintViolation<T> one) -> one.getPropertyPath().toString()))
        .ifPresent(
            broken -> {
              throw new InvalidField(path + broken.getPropertyPath(), Sentence.of(broken));
            });
  }

  /**
   * @throws InvalidField as {@link #check(String, Object)} says, or if a list or route names a
   *     property that the template has not, or has twice
   */
  void check(TemplateContent content) {
    content.defaults().ifPresent(this::check);
    each("content.equipmentRates", content.equipmentRates(), Function.identity());
    each("content.properties", content.properties(), Function.identity());
    Map<String, UUID> known = new HashMap<>();
    for (int i = 0; i < content.properties().size(); i++) {
      String name = key(content.properties().get(i).name());
      if (known.put(name, Ids.next()) != null) {
        throw new InvalidField(
            "content.properties[" + i + "].name",
            "Another property of the template has this name.");
      }
    }
    each("content.propertyLists", content.propertyLists(), list -> list.draft(ids(known)));
    each("content.routes", content.routes(), route -> route.draft(ids(known)));
  }

  /** The settings that are given, beside those of any customer. */
  private void check(TemplateContent.Settings given) {
    check(
        "content.settings.",
        new CustomerTermsDraft(
            "Any",
            Units.METRIC,
            given.locale() == null ? "en-US" : given.locale(),
            given.timeZone() == null ? "UTC" : given.timeZone(),
            given.currency() == null ? "USD" : given.currency(),
            "ANY",
            null));
  }

  private <T, D> void each(String path, List<T> things, Function<T, D> draft) {
    for (int i = 0; i < things.size(); i++) {
      String here = path + "[" + i + "]";
      if (things.get(i) == null) {
        throw new InvalidField(here, "There is nothing here.");
      }
      try {
        check(here + ".", draft.apply(things.get(i)));
      } catch (UnknownName unknown) {
        throw new InvalidField(
            here, "The template has no property of the name %s.", unknown.getMessage());
      }
    }
  }

  /** Finds ids by names, as people tell them apart: in any letter case, without blanks around. */
  static Function<String, UUID> ids(Map<String, UUID> known) {
    return name -> {
      UUID id = name == null ? null : known.get(key(name));
      if (id == null) {
        throw new UnknownName(name);
      }
      return id;
    };
  }

  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static final class UnknownName extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownName(String name) {
      super(name);
    }
  }
}
