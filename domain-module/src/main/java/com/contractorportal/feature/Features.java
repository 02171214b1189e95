package com.contractorportal.feature;

/** What the current customer may use. Asked whenever it matters and never cached. */
public interface Features {

  /**
   * @throws FeatureIsOff if the current customer does not have the feature at present
   */
  void require(Feature feature);
}
