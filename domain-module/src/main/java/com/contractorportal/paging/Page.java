package com.contractorportal.paging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items what the page holds, in the order asked for
 * @param nextCursor where the next page starts; empty on the last one
 * @param total how many items match in all, at most 10,000; only when asked for
 */
public record Page<T>(List<T> items, Optional<String> nextCursor, Optional<Integer> total) {

  /** A list that is short by nature and comes whole. */
  public static <T> Page<T> of(List<T> all) {
    return new Page<>(all, Optional.empty(), Optional.empty());
  }

  /** The same page of other things. */
  public <R> Page<R> map(Function<T, R> function) {
    return new Page<>(items.stream().map(function).toList(), nextCursor, total);
  }
}
