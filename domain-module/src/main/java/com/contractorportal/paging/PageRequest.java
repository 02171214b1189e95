package com.contractorportal.paging;

/**
 * Which page of a list is wanted.
 *
 * @param limit how many items at most, 1 to 200
 * @param cursor where to go on, as the page before said; null for the first page
 * @param sort a field's name, with a leading dash for descending; null for the list's own order
 * @param total whether to count all matches
 */
public record PageRequest(int limit, String cursor, String sort, boolean total) {

  /** The first page in the list's own order. */
  public static PageRequest first(int limit) {
    return new PageRequest(limit, null, null, false);
  }
}
