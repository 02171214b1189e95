package com.contractorportal.notification;

import java.util.List;
import java.util.Optional;

/**
 * One page of what a person was told.
 *
 * @param nextCursor where the next page starts; empty on the last one
 * @param total how many there are, at most 10,000; only when asked for
 * @param unread how many are unread, at most 100
 */
public record NotificationPage(
    List<NotificationView> items,
    Optional<String> nextCursor,
    Optional<Integer> total,
    int unread) {}
