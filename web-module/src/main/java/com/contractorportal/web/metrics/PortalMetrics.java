package com.contractorportal.web.metrics;

import com.contractorportal.figures.Figures;
import com.contractorportal.figures.FiguresService;
import com.contractorportal.report.ReportMade;
import com.contractorportal.report.ReportService;
import com.contractorportal.web.health.Ready;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The figures of this node, as Prometheus reads them. Labels have few values, all of them ours:
 * never a customer, a person or anything that a client wrote.
 */
@ApplicationScoped
public class PortalMetrics {

  static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private static final double[] SECONDS = {
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30
  };
  private static final String MADE = "made";
  private static final String FAILED = "failed";
  private static final double[] REPORT_SECONDS = {0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 1800};
  private static final Set<String> SIGN_INS =
      Set.of("POST /api/auth/login", "POST /api/auth/oidc/session");

  @Inject private FiguresService figures;
  @Inject private ReportService kinds;
  @Inject private ConnectionPool pool;
  @Inject private Ready ready;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer =
      PrometheusTextFormatWriter.builder().setIncludeCreatedTimestamps(false).build();

  private final Counter requests =
      Counter.builder()
          .name("portal_requests_total")
          .help("Requests by operation and status of the answer.")
          .labelNames("operation", "status")
          .withoutExemplars()
          .register(registry);
  private final Histogram durations =
      Histogram.builder()
          .name("portal_request_duration_seconds")
          .help("How long requests took, by operation.")
          .labelNames("operation")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .withoutExemplars()
          .register(registry);
  private final Counter reports =
      Counter.builder()
          .name("portal_reports_total")
          .help("Reports that this node has made, or failed to make, by kind.")
          .labelNames("kind", "result")
          .withoutExemplars()
          .register(registry);
  private final Counter reportRows =
      Counter.builder()
          .name("portal_report_rows_total")
          .help("Rows of the reports that this node has made, by kind.")
          .labelNames("kind")
          .withoutExemplars()
          .register(registry);
  private final Histogram reportDurations =
      Histogram.builder()
          .name("portal_report_duration_seconds")
          .help("How long reports took, by kind.")
          .labelNames("kind")
          .classicOnly()
          .classicUpperBounds(REPORT_SECONDS)
          .withoutExemplars()
          .register(registry);
  private final Counter signIns =
      Counter.builder()
          .name("portal_sign_ins_total")
          .help("Sign-ins by result.")
          .labelNames("result")
          .withoutExemplars()
          .register(registry);

  @PostConstruct
  void begin() {
    for (SignInResult result : SignInResult.values()) {
      signIns.initLabelValues(result.label());
    }
    for (String kind : kinds.names()) {
      reports.initLabelValues(kind, MADE);
      reports.initLabelValues(kind, FAILED);
      reportRows.initLabelValues(kind);
    }
    JvmMetrics.builder().register(registry);
    gauges(
        "portal_ready",
        "Whether a part that this node needs is fit, as /health/ready sees it: 1 or 0.",
        "part",
        gauge -> ready.states().forEach((part, fit) -> gauge.accept(part, fit ? 1.0 : 0.0)));
    gauges(
        "portal_database_connections",
        "Connections of this node's pool, and requests that wait for one.",
        "state",
        gauge ->
            pool.state()
                .ifPresent(
                    state -> {
                      gauge.accept("used", (double) state.used());
                      gauge.accept("free", (double) state.free());
                      gauge.accept("waiting", (double) state.waiting());
                      gauge.accept("most", (double) state.most());
                    }));
    gauges(
        "portal_imports",
        "Imports to do, over all customers.",
        "state",
        gauge ->
            figures
                .latest()
                .map(Figures::imports)
                .ifPresent(
                    imports -> {
                      gauge.accept("waiting", (double) imports.waiting());
                      gauge.accept("running", (double) imports.running());
                    }));
    gauges(
        "portal_night_results",
        "Customers to report in nights that have begun.",
        "state",
        gauge ->
            figures
                .latest()
                .map(Figures::nights)
                .ifPresent(
                    nights -> {
                      gauge.accept("waiting", (double) nights.waiting());
                      gauge.accept("running", (double) nights.running());
                    }));
    gauge(
        "portal_night_last_failures",
        "Customers whose report failed in the newest nightly run.",
        value ->
            figures
                .latest()
                .ifPresent(latest -> value.accept((double) latest.nights().lastFailures())));
    gauge(
        "portal_night_last_rows",
        "Rows that the newest nightly run has written.",
        value ->
            figures
                .latest()
                .ifPresent(latest -> value.accept((double) latest.nights().lastRows())));
    gauge(
        "portal_night_last_retries",
        "Attempts of the newest nightly run that followed another one of the same customer.",
        value ->
            figures
                .latest()
                .ifPresent(latest -> value.accept((double) latest.nights().lastRetries())));
    gauge(
        "portal_night_last_duration_seconds",
        "How long the newest nightly run took, or has taken until now.",
        value ->
            figures
                .latest()
                .flatMap(latest -> latest.nights().lastDuration())
                .ifPresent(took -> value.accept(took.toMillis() / 1000.0)));
    gauge(
        "portal_night_last_good_timestamp_seconds",
        "When the newest nightly run without a failure ended; 0 if there was none yet.",
        value ->
            figures
                .latest()
                .ifPresent(
                    latest ->
                        value.accept(
                            latest
                                .nights()
                                .lastGoodEnd()
                                .map(PortalMetrics::seconds)
                                .orElse(0.0))));
    gauge(
        "portal_figures_timestamp_seconds",
        "When the database was last asked for nights and imports.",
        value -> figures.latest().ifPresent(latest -> value.accept(seconds(latest.at()))));
  }

  /** Counts a request that was answered. */
  public void request(String operation, int status, Duration duration) {
    requests.labelValues(operation, String.valueOf(status)).inc();
    durations.labelValues(operation).observe(duration.toNanos() / 1e9);
    if (SIGN_INS.contains(operation)) {
      signIns.labelValues(SignInResult.of(status).label()).inc();
    }
  }

  void made(@Observes ReportMade made) {
    reports.labelValues(made.kind(), made.good() ? MADE : FAILED).inc();
    reportDurations.labelValues(made.kind()).observe(made.took().toNanos() / 1e9);
    reportRows.labelValues(made.kind()).inc(made.rows());
  }

  void write(OutputStream out) throws IOException {
    writer.write(out, registry.scrape());
  }

  private void gauge(String name, String help, Consumer<Consumer<Double>> read) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> read.accept(callback::call))
        .register(registry);
  }

  private void gauges(
      String name, String help, String label, Consumer<BiConsumer<String, Double>> read) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(label)
        .callback(callback -> read.accept((of, value) -> callback.call(value, of)))
        .register(registry);
  }

  private static double seconds(Instant instant) {
    return instant.toEpochMilli() / 1000.0;
  }
}
