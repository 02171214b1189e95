package com.contractorportal.web.metrics;

import com.contractorportal.figures.Figures;
import com.contractorportal.figures.FiguresService;
import com.contractorportal.web.health.Ready;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
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
  private static final Set<String> SIGN_INS =
      Set.of("POST /api/auth/login", "POST /api/auth/oidc/session");

  @Inject private FiguresService figures;
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
