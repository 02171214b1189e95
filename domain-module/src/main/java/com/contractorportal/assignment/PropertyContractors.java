package com.contractorportal.assignment;

import com.contractorportal.property.PropertyView;
import java.util.List;

/**
 * A property on the board.
 *
 * @param contractors who serves it, the primary one first
 */
public record PropertyContractors(PropertyView property, List<ContractorView> contractors) {}
