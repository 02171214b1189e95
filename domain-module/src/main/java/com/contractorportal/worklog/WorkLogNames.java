package com.contractorportal.worklog;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What people call the things that some logs name.
 *
 * @param corrections of the logs that have one, by the id of the log that is corrected
 */
record WorkLogNames(
    Map<UUID, String> events,
    Map<UUID, String> properties,
    Map<UUID, String> members,
    Map<UUID, UUID> corrections) {

  String event(UUID id) {
    return events.getOrDefault(id, "");
  }

  String property(UUID id) {
    return properties.getOrDefault(id, "");
  }

  String member(UUID id) {
    return members.getOrDefault(id, "");
  }

  Optional<UUID> correction(UUID logId) {
    return Optional.ofNullable(corrections.get(logId));
  }
}
