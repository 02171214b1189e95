import { describe, expect, it } from 'vitest';
import { createFormat } from './format';

const spaces = (text: string) => text.replace(/\s/g, ' ');

describe('a format', () => {
  const vermont = createFormat('en-US', 'America/New_York');
  const quebec = createFormat('fr-CA', 'America/Toronto');

  it('shows a time in the time zone of the customer', () => {
    expect(spaces(vermont.dateTime('2026-01-31T23:30:00Z'))).toBe('Jan 31, 2026, 6:30 PM');
  });

  it('shows a moment by the day it was there', () => {
    expect(vermont.date('2026-02-01T03:00:00Z')).toBe('Jan 31, 2026');
  });

  it('names the time zone as people call it', () => {
    expect(createFormat('en-US', 'America/New_York').timeZoneName).toBe('Eastern Time');
  });

  it('writes a share by the locale, and as full only what is full', () => {
    expect(vermont.percent(0.29)).toBe('29%');
    expect(spaces(quebec.percent(0.999))).toBe('99 %');
    expect(vermont.percent(1)).toBe('100%');
  });

  it('leaves a day without a time the day it is', () => {
    expect(vermont.date('2026-02-01')).toBe('Feb 1, 2026');
  });

  it('writes numbers by the locale', () => {
    expect(vermont.number(12345.678, 2)).toBe('12,345.68');
    expect(spaces(quebec.number(12345.678, 2))).toBe('12 345,68');
  });

  it('writes money by the locale', () => {
    expect(vermont.money(95, 'USD')).toBe('$95.00');
    expect(spaces(quebec.money(1095.5, 'CAD'))).toBe('1 095,50 $');
  });

  it('shows sizes in a unit that fits', () => {
    expect(vermont.bytes(512)).toBe('512 bytes');
    expect(vermont.bytes(18_234)).toBe('18.2 kB');
    expect(vermont.bytes(107_374_182_400)).toBe('107.4 GB');
    expect(vermont.bytes(20_000_000)).toBe('20 MB');
    expect(vermont.bytes(107_374_182_400)).toBe('107.4 GB');
  });

  it('shows how long something took', () => {
    expect(vermont.duration('2026-01-01T00:00:00Z', '2026-01-01T00:00:02.500Z')).toBe('2.5 sec');
    expect(vermont.duration('2026-01-01T00:00:00Z', '2026-01-01T00:12:00Z')).toBe('12 min');
    expect(vermont.duration('2026-01-01T00:00:00Z', '2026-01-01T03:00:00Z')).toBe('3 hr');
  });

  it('measures as people there do', () => {
    const boston = createFormat('en-US', 'America/New_York', 'IMPERIAL');
    const measured = (format: typeof vermont) =>
      [
        format.depth(12.7),
        format.precipitation(25.4),
        format.temperature(-10),
        format.speed(10),
        format.area(1000),
        format.distance(90),
        format.distance(16_093),
        format.hours(90),
      ].map(spaces);
    expect(measured(boston)).toEqual(['5 in', '1 in', '14°F', '22 mph', '10,764 sq ft', '295 ft', '10 mi', '1.5 hr']);
    expect(measured(quebec)).toEqual(['12,7 cm', '25,4 mm', '-10 °C', '36 km/h', '1 000 m²', '90 m', '16,1 km', '1,5 h']);
  });

  it('shows the time of day, and months', () => {
    expect(spaces(vermont.time('2026-01-31T23:30:00Z'))).toBe('6:30 PM');
    expect(vermont.month('2026-02-01T03:00:00Z')).toBe('Jan 2026');
  });
});
