package com.contractorportal.figures;

import com.contractorportal.property.PropertyImportService;
import com.contractorportal.recurring.RecurringTask;
import com.contractorportal.report.NightService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Figures of the work in hand, read from the database now and then: however often somebody looks at
 * them, the database is not asked more often.
 */
@ApplicationScoped
public class FiguresService implements RecurringTask {

  @Inject private NightService nights;
  @Inject private PropertyImportService imports;

  @Inject
  @ConfigProperty(name = "portal.figures.pause", defaultValue = "PT30S")
  private Duration pause;

  private volatile Optional<Figures> latest = Optional.empty();

  @Override
  public Duration pause() {
    return pause;
  }

  @Override
  public void run() {
    latest = Optional.of(new Figures(Instant.now(), nights.figures(), imports.figures()));
  }

  /** The newest figures; empty until they are first read. They stay while the database is away. */
  public Optional<Figures> latest() {
    return latest;
  }
}
