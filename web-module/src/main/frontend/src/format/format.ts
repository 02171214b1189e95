/** Texts and numbers as a customer reads them: by their locale and in their time zone. */
export interface Format {
  timeZone: string;
  /** The time zone as people call it: Eastern Time. */
  timeZoneName: string;
  dateTime(iso: string): string;
  date(iso: string): string;
  number(value: number, digits?: number): string;
  bytes(value: number): string;
  duration(fromIso: string, toIso: string): string;
}

export function createFormat(locale: string, timeZone: string): Format {
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  // A day without a time is that day everywhere.
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  const unit = (value: number, name: string, digits = 0, unitDisplay: 'short' | 'long' = 'short') =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay,
      maximumFractionDigits: digits,
    }).format(value);

  const timeZoneName =
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' })
      .formatToParts()
      .find((part) => part.type === 'timeZoneName')?.value ?? timeZone;

  return {
    timeZone,
    timeZoneName,
    dateTime: (iso) => dateTime.format(new Date(iso)),
    date: (iso) => (iso.length === 10 ? day : date).format(new Date(iso)),
    number,
    bytes: (value) => {
      if (value < 1000) return unit(value, 'byte', 0, 'long');
      if (value < 1_000_000) return unit(value / 1000, 'kilobyte', 1);
      return unit(value / 1_000_000, 'megabyte', 1);
    },
    duration: (fromIso, toIso) => {
      const seconds = Math.max(0, (Date.parse(toIso) - Date.parse(fromIso)) / 1000);
      if (seconds < 10) return unit(seconds, 'second', 1);
      if (seconds < 120) return unit(Math.round(seconds), 'second');
      if (seconds < 7200) return unit(seconds / 60, 'minute');
      return unit(seconds / 3600, 'hour', 1);
    },
  };
}
