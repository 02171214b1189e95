package com.contractorportal.feature;

/** A feature as a customer's own people see it. */
public record FeatureView(Feature feature, String description, boolean enabled) {}
