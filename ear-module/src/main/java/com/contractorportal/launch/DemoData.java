package com.contractorportal.launch;

import com.contractorportal.db.DatabaseAccount;
import com.contractorportal.db.DatabaseConnection;
import com.contractorportal.persistence.Ids;
import com.contractorportal.route.RouteTotals;
import com.contractorportal.tenancy.CustomerId;
import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The companies of the demonstration: three customers with real addresses, a winter of events,
 * routes and people of each role, all with one password.
 *
 * <p>Each customer is loaded in one transaction, and only if it is not there yet.
 */
public final class DemoData {

  /** May see the platform, and no customer's data. */
  public static final String SUPER_ADMIN = "root@portal.example";

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private static final Argon2Function HASHING =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

  private static final List<DemoCustomer> CUSTOMERS =
      List.of(
          new DemoCustomer("Green Mountain Plowing", "Vermont", "Waterbury garage"),
          new DemoCustomer("Bay State Snow and Ice", "Massachusetts", "Worcester yard"),
          new DemoCustomer("Nutmeg Winter Services", "Connecticut", "Manchester depot"));

  /** The people of each customer: the name before the @, the role, and what they are called. */
  private static final List<DemoPerson> PEOPLE =
      List.of(
          new DemoPerson("admin", "ADMIN", "Alex Admin", null),
          new DemoPerson("manager", "MANAGER", "Morgan Manager", null),
          new DemoPerson("crew", "CONTRACTOR", "Casey Crew", new BigDecimal("34.50")),
          new DemoPerson("viewer", "VIEWER", "Val Viewer", null));

  /** What an hour of each equipment costs, and cost before. */
  private static final List<DemoRate> RATES =
      List.of(
          new DemoRate("Pickup with plow", "78.00", "82.50"),
          new DemoRate("Plow truck", "110.00", "115.00"),
          new DemoRate("Skid steer", "98.00", "104.00"),
          new DemoRate("Salt spreader", "65.00", "68.00"));

  private static final int ROUTES_OF_CREW = 2;

  private final PortalServer.Database database;
  private final Instant now;

  private record DemoCustomer(String name, String state, String startPlace) {

    String domain() {
      return state.toLowerCase(Locale.ROOT) + ".example";
    }
  }

  private record DemoRate(String equipment, String before, String now) {}

  private record DemoPerson(String mailbox, String role, String name, BigDecimal hourlyCost) {}

  /**
   * @param database with the application's account
   * @param now when the one active event of each customer goes on
   */
  public DemoData(PortalServer.Database database, Instant now) {
    this.database = database;
    this.now = now.truncatedTo(ChronoUnit.MICROS);
  }

  /** The addresses that can log in, the super admin first. */
  public static List<String> accounts() {
    List<String> accounts = new ArrayList<>();
    accounts.add(SUPER_ADMIN);
    for (DemoCustomer customer : CUSTOMERS) {
      for (DemoPerson person : PEOPLE) {
        accounts.add(person.mailbox() + "@" + customer.domain());
      }
    }
    return accounts;
  }

  /** Loads what is not there yet. */
  public void load(String password) throws SQLException, IOException {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      if (account(connection, SUPER_ADMIN).isEmpty()) {
        insertAccount(connection, SUPER_ADMIN, "Robin Root", true, password);
        connection.commit();
      }
      for (DemoCustomer customer : CUSTOMERS) {
        if (account(connection, "admin@" + customer.domain()).isEmpty()) {
          load(connection, customer, password);
          connection.commit();
        }
      }
    }
  }

  /** Gives every account of the demonstration a password, and opens those that were locked. */
  public void resetPasswords(String password) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE account SET password_hash = ?, failed_logins = 0, locked_until = NULL,"
                    + " version = version + 1 WHERE email = ?")) {
      for (String email : accounts()) {
        update.setString(1, hash(password));
        update.setString(2, email);
        update.executeUpdate();
      }
    }
  }

  private Connection connect() throws SQLException {
    return DatabaseConnection.open(
        database.url(), new DatabaseAccount(database.user(), database.password()));
  }

  private void load(Connection connection, DemoCustomer customer, String password)
      throws SQLException, IOException {
    CustomerId id = customer.state().equals("Vermont") ? CustomerId.LEGACY : freeId(connection);
    insertCustomer(connection, id, customer);
    Map<String, UUID> members = insertPeople(connection, id, customer, password);
    List<DemoAddress> addresses =
        DemoAddress.read("addresses-" + customer.domain().replace(".example", "") + ".csv");
    List<UUID> properties = insertProperties(connection, id, addresses);
    Map<UUID, List<Integer>> driven =
        insertRoutes(connection, id, customer, addresses, properties, members);
    Map<DemoSeason.Event, UUID> events = insertEvents(connection, id);
    insertWork(connection, id, addresses, properties, driven, events);
    insertWeather(connection, id);
    insertRates(connection, id);
  }

  private void insertCustomer(Connection connection, CustomerId id, DemoCustomer customer)
      throws SQLException {
    try (Insert insert =
        new Insert(
            connection,
            "customer",
            "customer_id, name, status, plan, time_zone, locale, currency, contact_email,"
                + " created_at, updated_at")) {
      insert.row(
          id.value(),
          customer.name(),
          "ACTIVE",
          "PRO",
          ZONE.getId(),
          "en-US",
          "USD",
          "admin@" + customer.domain(),
          utc(now),
          utc(now));
    }
  }

  private Map<String, UUID> insertPeople(
      Connection connection, CustomerId id, DemoCustomer customer, String password)
      throws SQLException {
    Map<String, UUID> members = new HashMap<>();
    for (DemoPerson person : PEOPLE) {
      UUID account =
          insertAccount(
              connection,
              person.mailbox() + "@" + customer.domain(),
              person.name(),
              false,
              password);
      members.put(person.mailbox(), insertMember(connection, id, account, person));
    }
    if (customer.state().equals("Massachusetts")) {
      UUID both = account(connection, "crew@vermont.example").orElseThrow();
      members.put(
          "helper",
          insertMember(
              connection,
              id,
              both,
              new DemoPerson("crew", "CONTRACTOR", "Casey Crew (Vermont)", null)));
    }
    return members;
  }

  private UUID insertAccount(
      Connection connection, String email, String name, boolean superAdmin, String password)
      throws SQLException {
    UUID id = Ids.next();
    try (Insert insert =
        new Insert(
            connection,
            "account",
            "id, email, password_hash, display_name, super_admin, failed_logins, created_at,"
                + " updated_at")) {
      insert.row(id, email, hash(password), name, superAdmin, 0, utc(now), utc(now));
    }
    return id;
  }

  private UUID insertMember(
      Connection connection, CustomerId customer, UUID account, DemoPerson person)
      throws SQLException {
    try (Insert insert =
        new Insert(
            connection,
            "membership",
            "account_id, customer_id, role, active, created_at, updated_at")) {
      insert.row(account, customer.value(), person.role(), true, utc(now), utc(now));
    }
    UUID id = Ids.next();
    try (Insert insert =
        new Insert(
            connection,
            "member",
            "customer_id, id, account_id, display_name, hourly_cost, currency, created_at,"
                + " updated_at")) {
      insert.row(
          customer.value(),
          id,
          account,
          person.name(),
          person.hourlyCost(),
          person.hourlyCost() == null ? null : "USD",
          utc(now),
          utc(now));
    }
    return id;
  }

  private List<UUID> insertProperties(
      Connection connection, CustomerId customer, List<DemoAddress> addresses) throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (Insert insert =
        new Insert(
            connection,
            "property",
            "customer_id, id, name, street, unit, city, state, postal_code, latitude, longitude,"
                + " kind, area_m2, trigger_depth_cm, site_notes, status, created_at,"
                + " updated_at")) {
      for (DemoAddress address : addresses) {
        UUID id = Ids.next();
        DemoSite site = DemoSite.of(address);
        Instant created = now.plusMillis(ids.size());
        insert.row(
            customer.value(),
            id,
            address.name(),
            address.street(),
            address.unit(),
            address.city(),
            address.state(),
            address.postalCode(),
            address.latitude(),
            address.longitude(),
            site.kind(),
            site.areaM2(),
            site.triggerDepthCm(),
            site.notes(),
            "ACTIVE",
            utc(created),
            utc(created));
        ids.add(id);
      }
    }
    return ids;
  }

  /** Tells which places each driver serves, in the order of driving. */
  private Map<UUID, List<Integer>> insertRoutes(
      Connection connection,
      CustomerId customer,
      DemoCustomer from,
      List<DemoAddress> addresses,
      List<UUID> properties,
      Map<String, UUID> members)
      throws SQLException {
    List<DemoRoutes.Route> plan = DemoRoutes.plan(addresses);
    Map<UUID, List<Integer>> driven = new LinkedHashMap<>();
    List<UUID> ids = new ArrayList<>();
    try (Insert routes =
        new Insert(
            connection,
            "route",
            "customer_id, id, name, member_id, vehicle, start_place, stop_count, distance_m,"
                + " created_at, updated_at")) {
      for (int i = 0; i < plan.size(); i++) {
        UUID id = Ids.next();
        UUID member =
            i < ROUTES_OF_CREW
                ? members.get("crew")
                : i == ROUTES_OF_CREW ? members.get("helper") : null;
        RouteTotals totals =
            RouteTotals.of(
                plan.get(i).stops().stream().map(stop -> addresses.get(stop).position()).toList());
        routes.row(
            customer.value(),
            id,
            plan.get(i).name(),
            member,
            "Truck " + (i + 1),
            from.startPlace(),
            totals.stopCount(),
            totals.distanceM(),
            utc(now),
            utc(now));
        ids.add(id);
        if (member != null) {
          driven.computeIfAbsent(member, driver -> new ArrayList<>()).addAll(plan.get(i).stops());
        }
      }
    }
    try (Insert stops =
        new Insert(connection, "route_stop", "customer_id, id, route_id, property_id, position")) {
      for (int i = 0; i < plan.size(); i++) {
        List<Integer> places = plan.get(i).stops();
        for (int position = 0; position < places.size(); position++) {
          stops.row(
              customer.value(),
              Ids.next(),
              ids.get(i),
              properties.get(places.get(position)),
              position);
        }
      }
    }
    return driven;
  }

  private Map<DemoSeason.Event, UUID> insertEvents(Connection connection, CustomerId customer)
      throws SQLException, IOException {
    Map<DemoSeason.Event, UUID> events = new LinkedHashMap<>();
    try (Insert insert =
        new Insert(
            connection,
            "winter_event",
            "customer_id, id, name, kind, status, starts_at, ends_at, forecast_depth_cm,"
                + " activated_at, closed_at, created_at, updated_at")) {
      for (DemoSeason.Event event : DemoSeason.at(now, ZONE)) {
        UUID id = Ids.next();
        events.put(event, id);
        insert.row(
            customer.value(),
            id,
            event.name(),
            event.kind(),
            event.status(),
            utc(event.startsAt()),
            event.endsAt() == null ? null : utc(event.endsAt()),
            event.forecastDepthCm(),
            event.status().equals("PLANNED") ? null : utc(event.startsAt()),
            event.status().equals("CLOSED") ? utc(event.endsAt()) : null,
            utc(now),
            utc(now));
      }
    }
    return events;
  }

  /** What the crews did, with their coming and going in the event that goes on. */
  private void insertWork(
      Connection connection,
      CustomerId customer,
      List<DemoAddress> addresses,
      List<UUID> properties,
      Map<UUID, List<Integer>> driven,
      Map<DemoSeason.Event, UUID> events)
      throws SQLException {
    DemoSeason.Event latest =
        events.keySet().stream()
            .filter(event -> event.status().equals("CLOSED"))
            .max(Comparator.comparing(DemoSeason.Event::endsAt))
            .orElseThrow();
    try (Insert logs =
            new Insert(
                connection,
                "winter_ops_log",
                "customer_id, id, event_id, property_id, member_id, work, status, equipment,"
                    + " started_at, ended_at, material, material_quantity, material_unit, passes,"
                    + " rejection_reason, captured_at, received_at, late, created_at,"
                    + " updated_at");
        Insert checkIns =
            new Insert(
                connection,
                "event_checkin",
                "customer_id, id, event_id, member_id, property_id, kind, captured_at,"
                    + " received_at, latitude, longitude, accuracy_m, distance_m, late, far")) {
      for (Map.Entry<DemoSeason.Event, UUID> event : events.entrySet()) {
        boolean goesOn = event.getKey().status().equals("ACTIVE");
        for (Map.Entry<UUID, List<Integer>> driver : driven.entrySet()) {
          for (DemoWork.Log log :
              DemoWork.of(event.getKey(), driver.getValue(), now, event.getKey() == latest)) {
            LocalDateTime heard = utc(log.endedAt() == null ? log.startedAt() : log.endedAt());
            logs.row(
                customer.value(),
                Ids.next(),
                event.getValue(),
                properties.get(log.place()),
                driver.getKey(),
                log.work(),
                log.status(),
                log.work().equals("PLOW") ? "Plow truck" : null,
                utc(log.startedAt()),
                log.endedAt() == null ? null : utc(log.endedAt()),
                log.saltKg() == null ? null : "Rock salt",
                log.saltKg(),
                log.saltKg() == null ? null : "KG",
                log.passes(),
                log.status().equals("REJECTED") ? "The times overlap with the stop before." : null,
                utc(log.startedAt()),
                utc(log.startedAt()),
                false,
                utc(log.startedAt()),
                heard);
            if (goesOn) {
              checkIn(
                  checkIns,
                  customer,
                  event.getValue(),
                  driver.getKey(),
                  log,
                  "IN",
                  addresses,
                  properties);
              if (log.endedAt() != null) {
                checkIn(
                    checkIns,
                    customer,
                    event.getValue(),
                    driver.getKey(),
                    log,
                    "OUT",
                    addresses,
                    properties);
              }
            }
          }
        }
      }
    }
  }

  private static void checkIn(
      Insert checkIns,
      CustomerId customer,
      UUID event,
      UUID member,
      DemoWork.Log log,
      String kind,
      List<DemoAddress> addresses,
      List<UUID> properties)
      throws SQLException {
    LocalDateTime at = utc(kind.equals("IN") ? log.startedAt() : log.endedAt());
    DemoAddress place = addresses.get(log.place());
    checkIns.row(
        customer.value(),
        Ids.next(),
        event,
        member,
        properties.get(log.place()),
        kind,
        at,
        at,
        place.latitude(),
        place.longitude(),
        new BigDecimal("8.00"),
        new BigDecimal("0.00"),
        false,
        false);
  }

  private void insertWeather(Connection connection, CustomerId customer)
      throws SQLException, IOException {
    try (Insert insert =
        new Insert(
            connection,
            "weather_place",
            "customer_id, id, place, latitude, longitude, created_at, updated_at")) {
      insert.row(
          customer.value(),
          Ids.next(),
          DemoWeather.PLACE,
          DemoWeather.LATITUDE,
          DemoWeather.LONGITUDE,
          utc(now),
          utc(now));
    }
    try (Insert insert =
        new Insert(
            connection,
            "weather_observation",
            "customer_id, id, place, latitude, longitude, observed_at, period, precipitation_mm,"
                + " temperature_max_c, temperature_min_c, wind_ms, conditions, source, created_at,"
                + " updated_at")) {
      for (DemoWeather.Day day : DemoWeather.until(LocalDate.ofInstant(now, ZONE))) {
        insert.row(
            customer.value(),
            Ids.next(),
            DemoWeather.PLACE,
            DemoWeather.LATITUDE,
            DemoWeather.LONGITUDE,
            utc(day.date().atStartOfDay(ZONE).toInstant()),
            "DAY",
            day.precipitationMm(),
            day.temperatureMaxC(),
            day.temperatureMinC(),
            day.windMs(),
            day.conditions(),
            DemoWeather.FILE,
            utc(now),
            utc(now));
      }
    }
  }

  private void insertRates(Connection connection, CustomerId customer) throws SQLException {
    LocalDate today = LocalDate.ofInstant(now, ZONE);
    LocalDate october = LocalDate.of(today.getYear(), Month.OCTOBER, 1);
    LocalDate thisSeason = october.isAfter(today) ? october.minusYears(1) : october;
    try (Insert equipment =
            new Insert(connection, "equipment", "customer_id, id, name, created_at");
        Insert rates =
            new Insert(
                connection,
                "equipment_rate",
                "customer_id, id, equipment, hourly_rate, currency, valid_from, valid_to,"
                    + " created_at, updated_at")) {
      for (DemoRate rate : RATES) {
        equipment.row(customer.value(), Ids.next(), rate.equipment(), utc(now));
        insertRate(
            rates,
            customer,
            rate,
            rate.before(),
            thisSeason.minusYears(1),
            thisSeason.minusDays(1));
        insertRate(rates, customer, rate, rate.now(), thisSeason, null);
      }
    }
  }

  private void insertRate(
      Insert rates,
      CustomerId customer,
      DemoRate rate,
      String amount,
      LocalDate first,
      LocalDate last)
      throws SQLException {
    rates.row(
        customer.value(),
        Ids.next(),
        rate.equipment(),
        new BigDecimal(amount),
        "USD",
        first,
        last,
        utc(now),
        utc(now));
  }

  private static Optional<UUID> account(Connection connection, String email) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT id FROM account WHERE email = ?")) {
      query.setString(1, email);
      try (ResultSet rows = query.executeQuery()) {
        if (!rows.next()) {
          return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(rows.getBytes(1));
        return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
      }
    }
  }

  private static CustomerId freeId(Connection connection) throws SQLException {
    SecureRandom random = new SecureRandom();
    while (true) {
      StringBuilder id = new StringBuilder();
      while (id.length() < CustomerId.LENGTH) {
        id.append(CustomerId.ALPHABET.charAt(random.nextInt(CustomerId.ALPHABET.length())));
      }
      try (PreparedStatement query =
          connection.prepareStatement("SELECT 1 FROM customer WHERE customer_id = ?")) {
        query.setString(1, id.toString());
        try (ResultSet rows = query.executeQuery()) {
          if (!rows.next()) {
            return new CustomerId(id.toString());
          }
        }
      }
    }
  }

  private static String hash(String password) {
    return Password.hash(password).addRandomSalt(16).with(HASHING).getResult();
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** Inserts rows of one table; they go to the database together, at the latest on closing. */
  private static final class Insert implements AutoCloseable {

    private static final int AT_ONCE = 200;

    private final PreparedStatement statement;
    private int waiting;

    Insert(Connection connection, String table, String columns) throws SQLException {
      String places = columns.replaceAll("[a-z_0-9]+", "?");
      statement =
          connection.prepareStatement(
              "INSERT INTO " + table + " (" + columns + ") VALUES (" + places + ")");
    }

    void row(Object... values) throws SQLException {
      for (int i = 0; i < values.length; i++) {
        Object value = values[i];
        if (value instanceof UUID id) {
          statement.setBytes(
              i + 1,
              ByteBuffer.allocate(16)
                  .putLong(id.getMostSignificantBits())
                  .putLong(id.getLeastSignificantBits())
                  .array());
        } else {
          statement.setObject(i + 1, value);
        }
      }
      statement.addBatch();
      if (++waiting == AT_ONCE) {
        flush();
      }
    }

    private void flush() throws SQLException {
      if (waiting > 0) {
        statement.executeBatch();
        waiting = 0;
      }
    }

    @Override
    public void close() throws SQLException {
      try (statement) {
        flush();
      }
    }
  }
}
