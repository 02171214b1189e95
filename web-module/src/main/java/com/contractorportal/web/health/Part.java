package com.contractorportal.web.health;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One thing that a node needs to work. It is looked at on a thread of its own, so that one that
 * hangs holds up no probe, and at most once a second, so that probing costs next to nothing however
 * often somebody does it.
 */
final class Part {

  /** Who waits longer than this has waited in vain. */
  static final Duration LIMIT = Duration.ofSeconds(2);

  private static final Duration FRESH = Duration.ofSeconds(1);

  /** A look that takes longer may never end; another may see better. */
  private static final Duration LOST = Duration.ofSeconds(30);

  private static final Logger LOG = Logger.getLogger(Part.class.getName());

  /**
   * What was seen of a part.
   *
   * @param detail the same in a sentence
   */
  record Seen(boolean fit, String detail) {}

  private final String name;
  private final String whenFit;
  private final String whenUnfit;
  private final BooleanSupplier isFit;
  private final Duration fresh;

  private FutureTask<Boolean> look;
  private long lookedAt;
  private boolean wasFit = true;
  private String logged = "";

  /**
   * @param whenFit what the answer says then; like the other a sentence for the public
   */
  Part(String name, String whenFit, String whenUnfit, BooleanSupplier isFit) {
    this(name, whenFit, whenUnfit, isFit, FRESH);
  }

  /**
   * @param fresh how long what was seen is good for
   */
  Part(String name, String whenFit, String whenUnfit, BooleanSupplier isFit, Duration fresh) {
    this.fresh = fresh;
    this.name = name;
    this.whenFit = whenFit;
    this.whenUnfit = whenUnfit;
    this.isFit = isFit;
  }

  String name() {
    return name;
  }

  /** Begins to look, unless somebody is looking or has just done so. */
  synchronized void look(ThreadFactory threads) {
    long since = System.nanoTime() - lookedAt;
    boolean lost = look != null && !look.isDone() && since > LOST.toNanos();
    if (lost) {
      look.cancel(true);
    }
    if (look == null || lost || (look.isDone() && since > fresh.toNanos())) {
      look = new FutureTask<>(isFit::getAsBoolean);
      lookedAt = System.nanoTime();
      threads.newThread(look).start();
    }
  }

  /** Waits for what was seen, until two seconds after the look began. */
  Seen seen() {
    FutureTask<Boolean> looking;
    long left;
    synchronized (this) {
      looking = look;
      left = lookedAt + LIMIT.toNanos() - System.nanoTime();
    }
    try {
      boolean fit = looking.get(Math.max(left, 0), TimeUnit.NANOSECONDS);
      return seen(fit, fit ? whenFit : whenUnfit, null);
    } catch (TimeoutException | CancellationException hangs) {
      return seen(false, whenUnfit, hangs);
    } catch (ExecutionException failed) {
      return seen(false, whenUnfit, failed.getCause());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return seen(false, whenUnfit, stopping);
    }
  }

  private Seen seen(boolean fit, String sentence, Throwable why) {
    logChange(fit, sentence, why);
    return new Seen(fit, sentence);
  }

  private synchronized void logChange(boolean fit, String sentence, Throwable why) {
    String seen = sentence + (why == null ? "" : " (" + why + ")");
    if (fit != wasFit || (!fit && !seen.equals(logged))) {
      wasFit = fit;
      logged = seen;
      LOG.log(
          fit ? Level.INFO : Level.SEVERE,
          "{0}: {1}",
          new Object[] {fit ? "Ready again" : "Not ready", seen});
    }
  }
}
