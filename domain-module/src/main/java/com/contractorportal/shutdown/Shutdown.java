package com.contractorportal.shutdown;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells whether this node is on its way down. From then on it is not ready, and takes up no work;
 * workers hand back what they hold as soon as they can. Requests are still answered: the server
 * gives them its shutdown grace.
 */
@ApplicationScoped
public class Shutdown {

  private static final Logger LOG = Logger.getLogger(Shutdown.class.getName());

  private final Thread hook = new Thread(this::begin, "portal-shutdown");
  private volatile boolean begun;

  /**
   * Notices when the server's process is asked to end, which is before the server does anything.
   */
  public void watch() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Begins the shutdown; once is enough. */
  public void begin() {
    if (!begun) {
      begun = true;
      LOG.log(Level.INFO, "This node is going down: it takes up no work any more");
    }
  }

  /** The portal goes without the server's process: nothing of it stays behind. */
  public void end() {
    begin();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException processEnds) {
      // Then the hook has run.
    }
  }

  public boolean hasBegun() {
    return begun;
  }
}
