package com.contractorportal.web.report;

import com.contractorportal.report.ProgressFollower;
import com.contractorportal.web.stream.EventStream;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/** Tells how far reports are as server-sent events. */
final class ProgressStream implements ProgressFollower {

  private static final Jsonb JSON = JsonbBuilder.create();

  private final EventStream out;

  ProgressStream(EventStream out) {
    this.out = out;
  }

  @Override
  public void told(Record progress) {
    out.send("retry: 3000\nevent: progress\ndata: " + JSON.toJson(progress) + "\n\n");
  }

  @Override
  public void beat() {
    out.beat();
  }

  @Override
  public void check() {
    out.check();
  }

  @Override
  public void ends() {
    out.ends();
  }
}
