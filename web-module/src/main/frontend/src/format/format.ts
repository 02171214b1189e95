/** Texts and numbers as a customer reads them: by their locale and in their time zone. */
export interface Format {
  timeZone: string;
  /** The time zone as people call it: Eastern Time. */
  timeZoneName: string;
  dateTime(iso: string): string;
  date(iso: string): string;
  /** The time of day. */
  time(iso: string): string;
  /** A month of a year, in few letters. */
  month(iso: string): string;
  number(value: number, digits?: number): string;
  money(value: number, currency: string): string;
  /** Of a share, 1 being all; rounded down, so that only what is full is written as full. */
  percent(share: number): string;
  bytes(value: number): string;
  duration(fromIso: string, toIso: string): string;
  /** How much time work took, in hours. */
  hours(minutes: number): string;
  /** Whether people here measure in metres or in feet. */
  units: Units;
  /** Of snow and ice, given in centimetres. */
  depth(cm: number): string;
  /** Of water, given in millimetres. */
  precipitation(mm: number): string;
  /** Given in °C. */
  temperature(celsius: number): string;
  /** Of wind, given in metres a second. */
  speed(metresPerSecond: number): string;
  /** Of land, given in square metres. */
  area(squareMetres: number): string;
  /** On the ground, given in metres. */
  distance(metres: number): string;
}

export type Units = 'METRIC' | 'IMPERIAL';

const CM_PER_INCH = 2.54;
const FEET_PER_METRE = 3.28084;
const SQUARE_FEET_PER_M2 = 10.7639;

export function createFormat(locale: string, timeZone: string, units: Units = 'METRIC'): Format {
  const metric = units === 'METRIC';
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone });
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
    time: (iso) => time.format(new Date(iso)),
    month: (iso) => month.format(new Date(iso)),
    number,
    percent: (share) =>
      new Intl.NumberFormat(locale, { style: 'percent' }).format(Math.floor(share * 100 + 1e-9) / 100),
    money: (value, currency) => new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value),
    bytes: (value) => {
      if (value < 1000) return unit(value, 'byte', 0, 'long');
      if (value < 1_000_000) return unit(value / 1000, 'kilobyte', 1);
      if (value < 1_000_000_000) return unit(value / 1_000_000, 'megabyte', 1);
      return unit(value / 1_000_000_000, 'gigabyte', 1);
    },
    duration: (fromIso, toIso) => {
      const seconds = Math.max(0, (Date.parse(toIso) - Date.parse(fromIso)) / 1000);
      if (seconds < 10) return unit(seconds, 'second', 1);
      if (seconds < 120) return unit(Math.round(seconds), 'second');
      if (seconds < 7200) return unit(seconds / 60, 'minute');
      return unit(seconds / 3600, 'hour', 1);
    },
    hours: (minutes) => unit(minutes / 60, 'hour', 1),
    units,
    depth: (cm) => (metric ? unit(cm, 'centimeter', 1) : unit(cm / CM_PER_INCH, 'inch', 1)),
    precipitation: (mm) => (metric ? unit(mm, 'millimeter', 1) : unit(mm / 10 / CM_PER_INCH, 'inch', 2)),
    temperature: (celsius) => (metric ? unit(celsius, 'celsius') : unit(celsius * 1.8 + 32, 'fahrenheit')),
    speed: (ms) => (metric ? unit(ms * 3.6, 'kilometer-per-hour') : unit(ms * 2.236936, 'mile-per-hour')),
    // Browsers know no units of area.
    area: (m2) =>
      metric
        ? `${number(m2)}\u00a0m²`
        : `${number(m2 * SQUARE_FEET_PER_M2)}\u00a0${locale.startsWith('fr') ? 'pi²' : 'sq\u00a0ft'}`,
    distance: (metres) => {
      if (metric) return metres < 1000 ? unit(metres, 'meter') : unit(metres / 1000, 'kilometer', 1);
      return metres < 305 ? unit(metres * FEET_PER_METRE, 'foot') : unit(metres / 1609.344, 'mile', 1);
    },
  };
}
