package com.contractorportal.weather;

import com.contractorportal.feature.Feature;
import com.contractorportal.feature.FeatureIsOff;
import com.contractorportal.feature.Features;
import com.contractorportal.geo.Position;
import com.contractorportal.property.PropertyService;
import com.contractorportal.property.PropertyView;
import com.contractorportal.rule.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * What the weather will be. Others are asked, which takes a while: unlike in other services, there
 * is no transaction around it. Nothing of the answer is kept.
 */
@ApplicationScoped
public class ForecastService {

  /** About a kilometre: nobody learns which properties a customer serves. */
  private static final int DECIMALS_TOLD = 2;

  @Inject private PropertyService properties;
  @Inject private ForecastProvider provider;
  @Inject private Features features;

  /**
   * The forecast for a property.
   *
   * @throws FeatureIsOff if the customer does not have forecasts
   * @throws NotFound if there is no such property, or none that the acting person may see
   * @throws NoForecast if the property's position is not known, or not served
   * @throws ForecastNotConfigured if nobody has said whom to ask
   * @throws ForecastUnavailable if there is no usable answer in time
   */
  public Forecast at(UUID propertyId) {
    features.require(Feature.WEATHER_FORECAST);
    PropertyView property = properties.get(propertyId);
    return provider.at(
        Position.of(property.latitude(), property.longitude())
            .orElseThrow(NoForecast::withoutPosition)
            .rounded(DECIMALS_TOLD));
  }
}
