package com.contractorportal.weather;

/**
 * The observation that tells most about a property at a time.
 *
 * @param distanceM straight from the property to the place of the observation, in metres
 * @param minutesAway how long before the observed hour or day, or after it, the time is; 0 within
 */
public record NearestWeather(WeatherView observation, long distanceM, long minutesAway) {}
