package com.contractorportal.leaving;

import java.util.Map;

/**
 * What became of a bundle.
 *
 * @param customerId the new customer's
 * @param rows how many rows were taken in, by table; each table is equal to the bundle's
 * @param files how many files were taken in
 * @param notTaken tables of the bundle that were left, with their rows: records of the platform
 */
public record ImportedBundle(
    String customerId, Map<String, Long> rows, long files, Map<String, Long> notTaken) {}
