package com.contractorportal.launch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plans routes by geography: from the place farthest from all others, the nearest neighbours make a
 * route, driven from neighbour to neighbour; then again with what is left.
 */
final class DemoRoutes {

  private static final int STOPS = 15;

  /**
   * A route.
   *
   * @param stops the places in the order of driving, by their index in the list given
   */
  record Route(String name, List<Integer> stops) {}

  private DemoRoutes() {}

  static List<Route> plan(List<DemoAddress> places) {
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i).latitude() != null && places.get(i).longitude() != null) {
        open.add(i);
      }
    }
    List<Route> routes = new ArrayList<>();
    Map<String, Integer> named = new HashMap<>();
    while (!open.isEmpty()) {
      List<Integer> stops = new ArrayList<>();
      int at = outermost(places, open);
      open.remove((Integer) at);
      stops.add(at);
      while (stops.size() < STOPS && !open.isEmpty()) {
        DemoAddress here = places.get(at);
        at = open.stream().min(Comparator.comparingDouble(i -> km(here, places.get(i)))).get();
        open.remove((Integer) at);
        stops.add(at);
      }
      String area = area(places, stops);
      int count = named.merge(area, 1, Integer::sum);
      routes.add(new Route(count == 1 ? area : area + " " + count, stops));
    }
    return routes;
  }

  private static int outermost(List<DemoAddress> places, List<Integer> open) {
    double latitude =
        open.stream().mapToDouble(i -> places.get(i).latitude().doubleValue()).average().orElse(0);
    double longitude =
        open.stream().mapToDouble(i -> places.get(i).longitude().doubleValue()).average().orElse(0);
    return open.stream()
        .max(
            Comparator.comparingDouble(
                i ->
                    km(
                        latitude,
                        longitude,
                        places.get(i).latitude().doubleValue(),
                        places.get(i).longitude().doubleValue())))
        .get();
  }

  /** The city of most stops. */
  private static String area(List<DemoAddress> places, List<Integer> stops) {
    Map<String, Integer> stopsOfCity = new HashMap<>();
    for (int stop : stops) {
      String city = places.get(stop).city();
      if (city != null) {
        stopsOfCity.merge(city, 1, Integer::sum);
      }
    }
    return stopsOfCity.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .orElse("Countryside");
  }

  private static double km(DemoAddress a, DemoAddress b) {
    return km(
        a.latitude().doubleValue(),
        a.longitude().doubleValue(),
        b.latitude().doubleValue(),
        b.longitude().doubleValue());
  }

  /** Flat-earth distance, right enough within a state. */
  private static double km(
      double latitude1, double longitude1, double latitude2, double longitude2) {
    double north = (latitude2 - latitude1) * 111.2;
    double east =
        (longitude2 - longitude1) * 111.2 * Math.cos(Math.toRadians((latitude1 + latitude2) / 2));
    return Math.hypot(north, east);
  }
}
