package com.contractorportal.figures;

import com.contractorportal.property.ImportFigures;
import com.contractorportal.report.NightFigures;
import java.time.Instant;

/**
 * What the database said of the work in hand.
 *
 * @param at when it was asked
 */
public record Figures(Instant at, NightFigures nights, ImportFigures imports) {}
