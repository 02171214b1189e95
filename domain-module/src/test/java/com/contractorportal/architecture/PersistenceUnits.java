package com.contractorportal.architecture;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What {@code persistence.xml} says: the classes of each unit. */
record PersistenceUnits(Map<String, Set<String>> classes) {

  /** Not from the class path, where the tests have a unit of their own. */
  static final Path FILE = Path.of("src/main/resources/META-INF/persistence.xml");

  static final String PLATFORM = "platform";
  static final String CUSTOMER = "customer";

  static PersistenceUnits ofTheHouse() throws Exception {
    try (InputStream file = Files.newInputStream(FILE)) {
      return parse(file);
    }
  }

  static PersistenceUnits parse(InputStream file) throws Exception {
    Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
    Map<String, Set<String>> classes = new LinkedHashMap<>();
    for (Element unit : elements(document.getDocumentElement(), "persistence-unit")) {
      Set<String> listed = new TreeSet<>();
      elements(unit, "class").forEach(type -> listed.add(type.getTextContent().strip()));
      classes.put(unit.getAttribute("name"), listed);
    }
    return new PersistenceUnits(classes);
  }

  Set<String> customer() {
    return classes.get(CUSTOMER);
  }

  /**
   * What is wrong with the units.
   *
   * @param entities every entity of the house
   * @param customerOwned those of them that belong to a customer
   */
  Set<String> violations(Set<String> entities, Set<String> customerOwned) {
    Set<String> violations = new TreeSet<>();
    for (String entity : entities) {
      boolean owned = customerOwned.contains(entity);
      List<String> units =
          classes.keySet().stream().filter(unit -> classes.get(unit).contains(entity)).toList();
      if (owned && !units.equals(List.of(CUSTOMER))) {
        violations.add(entity + " belongs to a customer, and is listed in " + units);
      }
      if (!owned && units.contains(CUSTOMER)) {
        violations.add(entity + " is listed in the customer unit and belongs to no customer");
      }
      if (units.size() != 1) {
        violations.add(entity + " is not listed in exactly one unit: " + units);
      }
    }
    return violations;
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return IntStream.range(0, found.getLength())
        .mapToObj(index -> (Element) found.item(index))
        .toList();
  }
}
