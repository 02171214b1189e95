package com.contractorportal.audit;

import java.util.Arrays;

/**
 * What was written down outside the database of one chain, in sixteen bytes for each time: a chain
 * that grows all day has millions of them. Of each hash there are the first 64 bits, which nobody
 * finds another chain for.
 */
final class NotedHeads {

  private static final int DIGITS = 16;

  private long[] sequences = new long[64];
  private long[] hashes = new long[64];
  private int size;

  /**
   * Adds one; cheap if most come in the order of their sequences.
   *
   * @param hash in hexadecimal digits
   */
  void add(long sequence, String hash) {
    if (size == sequences.length) {
      sequences = Arrays.copyOf(sequences, 2 * size);
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    int place = size++;
    for (; place > 0 && sequences[place - 1] > sequence; place--) {
      sequences[place] = sequences[place - 1];
      hashes[place] = hashes[place - 1];
    }
    sequences[place] = sequence;
    hashes[place] = shortened(hash);
  }

  private static long shortened(String hash) {
    return Long.parseUnsignedLong(hash, 0, DIGITS, 16);
  }

  /** Whether another hash was noted for this place in the chain. */
  boolean contradict(long sequence, String hash) {
    int some = Arrays.binarySearch(sequences, 0, size, sequence);
    if (some < 0) {
      return false;
    }
    int first = some;
    while (first > 0 && sequences[first - 1] == sequence) {
      first--;
    }
    for (int i = first; i < size && sequences[i] == sequence; i++) {
      if (hashes[i] != shortened(hash)) {
        return true;
      }
    }
    return false;
  }

  /** How long the chain was; 0 if nothing is noted. */
  long last() {
    return size == 0 ? 0 : sequences[size - 1];
  }
}
