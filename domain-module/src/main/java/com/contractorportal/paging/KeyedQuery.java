package com.contractorportal.paging;

import com.contractorportal.rule.InvalidField;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A list query that pages by key: each page starts behind the sort value and id of the last item
 * before it, which an index over (customer, sort column, id) answers without reading what was shown
 * already.
 *
 * <p>The condition is written {@code s >= :s AND (s > :s OR id > :id)}: MySQL and MariaDB read just
 * the page with it, and half the table with row constructors or the plain OR.
 *
 * @param <E> the entity, called {@code e} in conditions
 */
public final class KeyedQuery<E> {

  private static final int MOST_COUNTED = 10_000;

  /** A column to sort by: never null, and indexed together with the id. */
  private record SortKey<E>(String attribute, Function<E, Comparable<?>> value) {}

  private final EntityManager em;
  private final Class<E> type;
  private final Function<E, ? extends Comparable<?>> id;
  private final Function<String, ? extends Comparable<?>> idOf;
  private final Map<String, SortKey<E>> sorts = new LinkedHashMap<>();
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  /** Over an entity whose attribute {@code id} is a UUID. */
  public KeyedQuery(EntityManager em, Class<E> type, Function<E, UUID> id) {
    this(em, type, id, UUID::fromString);
  }

  /**
   * Over an entity whose attribute {@code id} is of another kind.
   *
   * @param idOf makes an id of its text form
   */
  public <I extends Comparable<I>> KeyedQuery(
      EntityManager em, Class<E> type, Function<E, I> id, Function<String, I> idOf) {
    this.em = em;
    this.type = type;
    this.id = id;
    this.idOf = idOf;
  }

  /**
   * Offers a sort order; the first one offered is the list's own. Values are text, instants or
   * whole numbers.
   */
  public KeyedQuery<E> sort(String name, Function<E, Comparable<?>> value) {
    sorts.put(name, new SortKey<>(name, value));
    return this;
  }

  /** Adds a condition with one parameter of the given name. */
  public KeyedQuery<E> where(String condition, String parameter, Object value) {
    conditions.add(condition);
    parameters.put(parameter, value);
    return this;
  }

  /** Adds a condition with any parameters, by their names. */
  public KeyedQuery<E> where(String condition, Map<String, ?> values) {
    conditions.add(condition);
    parameters.putAll(values);
    return this;
  }

  /** Adds a condition if there is a value for it. */
  public KeyedQuery<E> whereIf(Optional<?> value, String condition, String parameter) {
    value.ifPresent(present -> where(condition, parameter, present));
    return this;
  }

  /** Keeps items in one of whose attributes the text stands, in any letter case. */
  public KeyedQuery<E> whereText(Optional<String> text, String... attributes) {
    text.map(String::strip)
        .filter(stripped -> !stripped.isEmpty())
        .ifPresent(
            stripped -> {
              List<String> any = new ArrayList<>();
              for (String attribute : attributes) {
                any.add("e." + attribute + " LIKE :q ESCAPE '!'");
              }
              where("(" + String.join(" OR ", any) + ")", "q", "%" + escape(stripped) + "%");
            });
    return this;
  }

  private static String escape(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  /**
   * Reads one page.
   *
   * @throws InvalidField if the sort order is not offered, or the cursor is not one of this list in
   *     this order
   */
  public Page<E> page(PageRequest request) {
    String sort = Optional.ofNullable(request.sort()).orElse(sorts.keySet().iterator().next());
    boolean descending = sort.startsWith("-");
    SortKey<E> key = sorts.get(descending ? sort.substring(1) : sort);
    if (key == null) {
      throw new InvalidField(
          "sort",
          "Sort by one of %s, with a leading dash for descending order.",
          String.join(", ", sorts.keySet()));
    }
    List<String> all = new ArrayList<>(conditions);
    Map<String, Object> values = new LinkedHashMap<>(parameters);
    if (request.cursor() != null) {
      Cursor cursor = Cursor.parse(request.cursor(), sort, typeOf(key.attribute()), idOf);
      String beyond = descending ? "<" : ">";
      all.add(
          "e.%1$s %2$s= :cursorValue AND (e.%1$s %2$s :cursorValue OR e.id %2$s :cursorId)"
              .formatted(key.attribute(), beyond));
      values.put("cursorValue", cursor.value());
      values.put("cursorId", cursor.id());
    }
    String direction = descending ? " DESC" : " ASC";
    String jpql =
        "SELECT e FROM %s e%s ORDER BY e.%s%s, e.id%s"
            .formatted(entityName(), whereClause(all), key.attribute(), direction, direction);
    List<E> found = query(jpql, type, values).setMaxResults(request.limit() + 1).getResultList();

    boolean more = found.size() > request.limit();
    List<E> items = more ? found.subList(0, request.limit()) : found;
    Optional<String> next = Optional.empty();
    if (more) {
      E last = items.get(items.size() - 1);
      next = Optional.of(new Cursor(sort, key.value().apply(last), id.apply(last)).text());
    }
    return new Page<>(items, next, request.total() ? Optional.of(count()) : Optional.empty());
  }

  private int count() {
    String jpql = "SELECT e.id FROM " + entityName() + " e" + whereClause(conditions);
    return query(jpql, Object.class, parameters).setMaxResults(MOST_COUNTED).getResultList().size();
  }

  private Class<?> typeOf(String attribute) {
    return em.getMetamodel().entity(type).getAttribute(attribute).getJavaType();
  }

  private String entityName() {
    return em.getMetamodel().entity(type).getName();
  }

  private static String whereClause(List<String> conditions) {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  private <R> TypedQuery<R> query(String jpql, Class<R> result, Map<String, Object> values) {
    TypedQuery<R> query = em.createQuery(jpql, result);
    values.forEach(query::setParameter);
    return query;
  }

  /** The place behind one item of a list in one order; opaque to clients. */
  private record Cursor(String sort, Comparable<?> value, Comparable<?> id) {

    String text() {
      String plain = sort + '\n' + id + '\n' + value;
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static Comparable<?> value(Class<?> type, String text) {
      if (type == Instant.class) {
        return Instant.parse(text);
      }
      return type == int.class || type == Integer.class ? Integer.valueOf(text) : text;
    }

    /** The type of the value is the list's, whatever a client makes of a cursor. */
    static Cursor parse(
        String text,
        String sort,
        Class<?> valueType,
        Function<String, ? extends Comparable<?>> idOf) {
      try {
        String[] parts =
            new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", 3);
        if (parts.length == 3 && parts[0].equals(sort)) {
          return new Cursor(sort, value(valueType, parts[2]), idOf.apply(parts[1]));
        }
      } catch (IllegalArgumentException | DateTimeException notOurs) {
        // Falls through to the one answer for everything that is not a cursor of this list.
      }
      throw new InvalidField(
          "cursor",
          "Give the nextCursor of the page before, together with the same sort, or leave it out.");
    }
  }
}
