package com.contractorportal.feature;

/**
 * How a feature is for one customer.
 *
 * @param source who has said so
 */
public record FeatureState(
    Feature feature, String description, boolean enabled, FeatureSource source) {}
