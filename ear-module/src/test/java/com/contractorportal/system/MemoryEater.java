package com.contractorportal.system;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** An agent that takes all the memory of the Java process it is loaded into. */
public final class MemoryEater {

  private static final int MEGABYTE = 1024 * 1024;

  private MemoryEater() {}

  /** Lets the memory of a process run out. */
  static void enter(long process)
      throws IOException, AttachNotSupportedException, AgentInitializationException {
    Path jar = Files.createTempFile("memory-eater", ".jar");
    try {
      try (OutputStream file = Files.newOutputStream(jar)) {
        write(file);
      }
      VirtualMachine machine = VirtualMachine.attach(Long.toString(process));
      try {
        machine.loadAgent(jar.toString());
      } catch (IOException | AgentLoadException ended) {
        // The process was gone before the agent could tell how it went: that is the purpose.
      }
    } finally {
      Files.delete(jar);
    }
  }

  private static void write(OutputStream file) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Agent-Class", MemoryEater.class.getName());
    String classFile = MemoryEater.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream jar = new JarOutputStream(file, manifest)) {
      jar.putNextEntry(new JarEntry(classFile));
      MemoryEater.class.getClassLoader().getResourceAsStream(classFile).transferTo(jar);
    }
  }

  /** Called by the process that is entered. */
  public static void agentmain(String arguments) {
    List<byte[]> all = new ArrayList<>();
    while (all.size() < Integer.MAX_VALUE) {
      all.add(new byte[MEGABYTE]);
    }
  }
}
