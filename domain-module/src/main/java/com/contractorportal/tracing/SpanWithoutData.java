package com.contractorportal.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Set;

/** A span with those attributes only that are known to hold nobody's data. */
final class SpanWithoutData extends DelegatingSpanData {

  private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.status_code");

  private static final Set<String> HARMLESS =
      Set.of(
          "component",
          "http.method",
          Trace.ROUTE,
          "http.scheme",
          STATUS.getKey(),
          "thread.id",
          Trace.REQUEST,
          Trace.CUSTOMER,
          Trace.NIGHT,
          Trace.ATTEMPT);

  SpanWithoutData(SpanData span) {
    super(span);
  }

  @Override
  public Attributes getAttributes() {
    return super.getAttributes().toBuilder().removeIf(SpanWithoutData::mayHoldData).build();
  }

  @Override
  public int getTotalAttributeCount() {
    return getAttributes().size();
  }

  /** They hold what exceptions say, which the log tells better. */
  @Override
  public List<EventData> getEvents() {
    return List.of();
  }

  @Override
  public int getTotalRecordedEvents() {
    return 0;
  }

  /** The server takes every exception for an error; an answer of 404, say, is none of ours. */
  @Override
  public StatusData getStatus() {
    Long status = super.getAttributes().get(STATUS);
    return status != null && status < 500
        ? StatusData.unset()
        : StatusData.create(super.getStatus().getStatusCode(), "");
  }

  private static boolean mayHoldData(AttributeKey<?> key) {
    return !HARMLESS.contains(key.getKey());
  }
}
