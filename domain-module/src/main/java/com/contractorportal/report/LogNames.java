package com.contractorportal.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a page of logs names. */
record LogNames(
    Map<UUID, ReportedEvent> events,
    Map<UUID, ReportedProperty> properties,
    Map<UUID, ReportedMember> members) {

  static LogNames of(Collection<ReportedLog> logs, WorkRepository work) {
    return new LogNames(
        work.events(ids(logs, ReportedLog::eventId)),
        work.properties(ids(logs, ReportedLog::propertyId)),
        work.members(ids(logs, ReportedLog::memberId)));
  }

  static List<UUID> ids(Collection<ReportedLog> logs, Function<ReportedLog, UUID> id) {
    Set<UUID> distinct = logs.stream().map(id).collect(Collectors.toSet());
    return List.copyOf(distinct);
  }

  String event(ReportedLog log) {
    return events.get(log.eventId()).name();
  }

  ReportedProperty property(ReportedLog log) {
    return properties.get(log.propertyId());
  }

  String member(ReportedLog log) {
    return members.get(log.memberId()).displayName();
  }
}
