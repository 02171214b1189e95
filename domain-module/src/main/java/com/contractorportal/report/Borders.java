package com.contractorportal.report;

import com.contractorportal.geo.Position;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The lines between the states and counties of the USA, and their coasts, by the U.S. Census
 * Bureau: us-atlas, a TopoJSON file (github.com/topojson/topojson-specification), 1:10 million. One
 * who is far from all of them sees none.
 */
final class Borders {

  /**
   * A line; each point is a longitude and a latitude.
   *
   * @param ofState whether there is a state on one side of it and not on the other
   */
  record Line(boolean ofState, double[][] points, Position southWest, Position northEast) {

    private static Line of(boolean ofState, double[][] points) {
      double west = 180;
      double south = 90;
      double east = -180;
      double north = -90;
      for (double[] point : points) {
        west = Math.min(west, point[0]);
        east = Math.max(east, point[0]);
        south = Math.min(south, point[1]);
        north = Math.max(north, point[1]);
      }
      return new Line(ofState, points, new Position(south, west), new Position(north, east));
    }

    private boolean touches(Position from, Position to) {
      return southWest.longitude() <= to.longitude()
          && northEast.longitude() >= from.longitude()
          && southWest.latitude() <= to.latitude()
          && northEast.latitude() >= from.latitude();
    }
  }

  private static final List<Line> ALL = load();

  private Borders() {}

  /** The lines of which a part may lie in a rectangle. */
  static List<Line> between(Position southWest, Position northEast) {
    return ALL.stream().filter(line -> line.touches(southWest, northEast)).toList();
  }

  private static List<Line> load() {
    try (InputStream file = Borders.class.getResourceAsStream("us-atlas-counties-10m.json");
        JsonReader reader = Json.createReader(file)) {
      return lines(reader.readObject());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<Line> lines(JsonObject topology) {
    BitSet ofStates = new BitSet();
    for (JsonObject state :
        topology
            .getJsonObject("objects")
            .getJsonObject("states")
            .getJsonArray("geometries")
            .getValuesAs(JsonObject.class)) {
      mark(state.getJsonArray("arcs"), ofStates);
    }
    JsonObject transform = topology.getJsonObject("transform");
    JsonArray arcs = topology.getJsonArray("arcs");
    List<Line> lines = new ArrayList<>(arcs.size());
    for (int i = 0; i < arcs.size(); i++) {
      lines.add(Line.of(ofStates.get(i), points(arcs.getJsonArray(i), transform)));
    }
    return lines;
  }

  /**
   * Notes the arcs of polygons, however deep they are nested; one that runs backwards is {@code
   * ~i}.
   */
  private static void mark(JsonArray arcs, BitSet marked) {
    for (JsonValue arc : arcs) {
      if (arc instanceof JsonNumber number) {
        int index = number.intValue();
        marked.set(index < 0 ? ~index : index);
      } else {
        mark(arc.asJsonArray(), marked);
      }
    }
  }

  /** Each point is told by how far it is from the one before, in steps of a grid. */
  private static double[][] points(JsonArray arc, JsonObject transform) {
    JsonArray scale = transform.getJsonArray("scale");
    JsonArray origin = transform.getJsonArray("translate");
    double[][] points = new double[arc.size()][];
    long x = 0;
    long y = 0;
    for (int i = 0; i < points.length; i++) {
      x += arc.getJsonArray(i).getInt(0);
      y += arc.getJsonArray(i).getInt(1);
      points[i] =
          new double[] {
            x * scale.getJsonNumber(0).doubleValue() + origin.getJsonNumber(0).doubleValue(),
            y * scale.getJsonNumber(1).doubleValue() + origin.getJsonNumber(1).doubleValue()
          };
    }
    return points;
  }
}
