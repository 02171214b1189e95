package com.contractorportal.tracing;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/**
 * Found by OpenTelemetry as a service: nobody's data leave the portal by traces. The server's own
 * spans hold whole addresses, in which people's search words stand, and the messages of exceptions.
 */
public class TracesWithoutData implements AutoConfigurationCustomizerProvider {

  @Override
  public void customize(AutoConfigurationCustomizer configuration) {
    configuration.addSpanExporterCustomizer((exporter, properties) -> stripping(exporter));
  }

  static SpanExporter stripping(SpanExporter exporter) {
    return new Stripping(exporter);
  }

  /** Hands on what {@link SpanWithoutData} leaves. */
  private record Stripping(SpanExporter exporter) implements SpanExporter {

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      return exporter.export(spans.stream().<SpanData>map(SpanWithoutData::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
      return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
      return exporter.shutdown();
    }
  }
}
