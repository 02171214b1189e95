package com.contractorportal.web.feed;

import com.contractorportal.feed.FeedChange;
import com.contractorportal.feed.FeedFollower;
import com.contractorportal.web.stream.EventStream;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.UUID;

/** Tells a customer's feed as server-sent events. */
final class FeedStream implements FeedFollower {

  private final EventStream out;

  FeedStream(EventStream out) {
    this.out = out;
  }

  @Override
  public void begins(UUID id) {
    out.send("retry: 3000\nid: " + id + "\nevent: open\ndata: {}\n\n");
  }

  @Override
  public void changed(List<FeedChange> changes) {
    StringBuilder events = new StringBuilder();
    for (FeedChange change : changes) {
      JsonObjectBuilder data = Json.createObjectBuilder().add("kind", change.kind().name());
      change.eventId().ifPresent(id -> data.add("eventId", id.toString()));
      data.add("entityId", change.entityId().toString()).add("at", change.at().toString());
      events
          .append("id: ")
          .append(change.id())
          .append("\nevent: change\ndata: ")
          .append(data.build())
          .append("\n\n");
    }
    out.send(events.toString());
  }

  @Override
  public void lostTrack() {
    out.send("event: reset\ndata: {}\n\n");
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
