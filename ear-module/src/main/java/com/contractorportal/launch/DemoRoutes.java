package com.contractorportal.launch;

import com.contractorportal.geo.Distance;
import com.contractorportal.geo.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

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
      if (places.get(i).position().isPresent()) {
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
        Position here = position(places, at);
        at =
            open.stream()
                .min(Comparator.comparingDouble(i -> Distance.metres(here, position(places, i))))
                .get();
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
    Position middle =
        new Position(
            average(open, i -> position(places, i).latitude()),
            average(open, i -> position(places, i).longitude()));
    return open.stream()
        .max(Comparator.comparingDouble(i -> Distance.metres(middle, position(places, i))))
        .get();
  }

  private static double average(List<Integer> open, ToDoubleFunction<Integer> degrees) {
    return open.stream().mapToDouble(degrees).average().orElse(0);
  }

  private static Position position(List<DemoAddress> places, int index) {
    return places.get(index).position().orElseThrow();
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
}
