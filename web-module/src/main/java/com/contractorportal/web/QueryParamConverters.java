package com.contractorportal.web;

import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.Sentence;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads query parameters that are not text, and says what would be right; JAX-RS itself would
 * answer 404.
 */
@Provider
public class QueryParamConverters implements ParamConverterProvider {

  private static final Pattern UUID_FORM =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

  @Override
  public <T> ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    return Arrays.stream(annotations)
        .filter(QueryParam.class::isInstance)
        .map(annotation -> ((QueryParam) annotation).value())
        .findFirst()
        .map(name -> QueryParamConverters.<T>converter(name, type))
        .orElse(null);
  }

  private static <T> ParamConverter<T> converter(String name, Class<T> type) {
    if (type.isEnum()) {
      Map<String, T> values =
          Arrays.stream(type.getEnumConstants())
              .collect(Collectors.toMap(value -> ((Enum<?>) value).name(), Function.identity()));
      String right =
          Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
      return reading(
          name,
          Sentence.of("Use one of %s.", right),
          text -> values.get(text.toUpperCase(Locale.ROOT)));
    }
    if (type == int.class || type == Integer.class) {
      return reading(name, Sentence.of("Use a whole number."), text -> cast(whole(text)));
    }
    if (type == UUID.class) {
      return reading(
          name,
          Sentence.of("Give the id that the portal gave it, a UUID."),
          text -> cast(uuid(text)));
    }
    if (type == boolean.class || type == Boolean.class) {
      return reading(
          name,
          Sentence.of("Use true or false."),
          text -> text.equals("true") || text.equals("false") ? cast(Boolean.valueOf(text)) : null);
    }
    if (type == Instant.class) {
      return reading(
          name,
          Sentence.of("Give a time such as 2026-01-05T10:00:00Z."),
          text -> cast(instant(text)));
    }
    return null;
  }

  private static UUID uuid(String text) {
    return UUID_FORM.matcher(text).matches() ? UUID.fromString(text) : null;
  }

  /** Times know years that no database does. */
  private static Instant instant(String text) {
    try {
      Instant time = Instant.parse(text);
      return time.isBefore(EARLIEST) || !time.isBefore(LATEST) ? null : time;
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }

  private static Integer whole(String text) {
    return text.matches("-?\\d{1,9}") ? Integer.valueOf(text) : null;
  }

  @SuppressWarnings("unchecked") // A primitive's class does not cast its wrapper.
  private static <T> T cast(Object value) {
    return (T) value;
  }

  private static <T> ParamConverter<T> reading(
      String name, Sentence right, Function<String, T> reader) {
    return new ParamConverter<>() {
      @Override
      public T fromString(String text) {
        if (text == null) {
          return null;
        }
        T value = reader.apply(text);
        if (value == null) {
          throw new InvalidField(name, right);
        }
        return value;
      }

      @Override
      public String toString(T value) {
        return String.valueOf(value);
      }
    };
  }
}
