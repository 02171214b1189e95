package com.contractorportal.route;

import com.contractorportal.property.PropertyView;
import java.util.List;

/**
 * A route with all that its crew has to know, to be printed.
 *
 * @param properties those of its stops, in the order of the drive
 */
public record RouteSheet(RouteView route, List<PropertyView> properties) {}
