package com.contractorportal.worklog;

import java.util.Map;
import java.util.UUID;

/** What people call the things that some logs name. */
record WorkLogNames(
    Map<UUID, String> events, Map<UUID, String> properties, Map<UUID, String> members) {

  String event(UUID id) {
    return events.getOrDefault(id, "");
  }

  String property(UUID id) {
    return properties.getOrDefault(id, "");
  }

  String member(UUID id) {
    return members.getOrDefault(id, "");
  }
}
