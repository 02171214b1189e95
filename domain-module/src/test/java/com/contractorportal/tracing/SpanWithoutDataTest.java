package com.contractorportal.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanWithoutDataTest {

  private final List<SpanData> exported = new ArrayList<>();

  private final SpanExporter memory =
      new SpanExporter() {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
          exported.addAll(spans);
          return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
          return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
          return CompletableResultCode.ofSuccess();
        }
      };

  @Test
  void only_attributes_known_to_be_harmless_leave_the_portal() {
    SpanData span = exported(500);

    assertThat(span.getName()).isEqualTo("GET /api/properties");
    assertThat(span.getAttributes().asMap())
        .containsOnlyKeys(
            AttributeKey.stringKey("http.route"),
            AttributeKey.longKey("http.status_code"),
            AttributeKey.stringKey("portal.request_id"),
            AttributeKey.stringKey("portal.customer_id"));
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getStatus().getDescription()).isEmpty();
    assertThat(span.getEvents()).isEmpty();
  }

  @Test
  void what_a_client_did_wrong_is_no_error_of_the_portal() {
    assertThat(exported(404).getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  private SpanData exported(int status) {
    try (SdkTracerProvider traces =
        SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(TracesWithoutData.stripping(memory)))
            .build()) {
      Span span =
          traces
              .get("test")
              .spanBuilder("GET /apiproperties")
              .setAttribute("http.target", "/api/properties?q=12 Elm Street")
              .setAttribute("http.url", "https://portal.example/api/properties?q=12 Elm Street")
              .setAttribute("http.status_code", status)
              .setAttribute("anything.new", "12 Elm Street")
              .startSpan();
      try (Scope open = span.makeCurrent()) {
        assertThat(open).isNotNull();
        Trace.request("id-1", "GET", "/api/properties");
        Trace.customer("ABCDEFGHJ");
        span.recordException(new IllegalStateException("no 12 Elm Street"));
        span.setStatus(StatusCode.ERROR, "no 12 Elm Street");
      }
      span.end();
    }
    assertThat(exported).hasSize(1);
    return exported.get(0);
  }
}
