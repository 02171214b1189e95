/** A part of the map in degrees; where west is greater than east it reaches across the antimeridian. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

interface Positioned {
  latitude?: number;
  longitude?: number;
}

/** As the address and the server know it. */
export function textOf({ west, south, east, north }: Box): string {
  return [west, south, east, north].map((degrees) => Number(degrees.toFixed(5))).join(',');
}

/** The box that a text means; undefined if it means none. */
export function boxOf(text: string | undefined): Box | undefined {
  const [west, south, east, north, ...more] = (text ?? '').split(',').map((part) => (part ? Number(part) : NaN));
  if (more.length > 0) return undefined;
  if (!within(west, 180) || !within(east, 180) || !within(south, 90) || !within(north, 90)) return undefined;
  return south <= north ? { west, south, east, north } : undefined;
}

function within(degrees: number | undefined, most: number): degrees is number {
  return degrees !== undefined && Math.abs(degrees) <= most;
}

/** The smallest box around some places; undefined where none has a position. */
export function boxAround(places: readonly Positioned[]): Box | undefined {
  const known = places.filter((place): place is Required<Positioned> =>
    place.latitude !== undefined && place.longitude !== undefined);
  if (known.length === 0) return undefined;
  const latitudes = known.map((place) => place.latitude);
  const longitudes = known.map((place) => place.longitude);
  return {
    west: Math.min(...longitudes),
    south: Math.min(...latitudes),
    east: Math.max(...longitudes),
    north: Math.max(...latitudes),
  };
}

/** What a map shows, which may show the world more than once. */
export function normal({ west, south, east, north }: Box): Box {
  const clamp = (latitude: number) => Math.max(-90, Math.min(90, latitude));
  const wrap = (longitude: number) => ((((longitude + 180) % 360) + 360) % 360) - 180;
  const whole = east - west >= 360;
  return {
    west: whole ? -180 : wrap(west),
    south: clamp(south),
    east: whole ? 180 : wrap(east),
    north: clamp(north),
  };
}
