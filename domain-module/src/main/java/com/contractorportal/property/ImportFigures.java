package com.contractorportal.property;

/**
 * How many imports there are to do, over all customers.
 *
 * @param waiting imports that no worker has
 * @param running imports that a worker has
 */
public record ImportFigures(long waiting, long running) {}
