interface Positioned {
  latitude?: number;
  longitude?: number;
}

const EARTH_RADIUS_M = 6_371_008.8;
const STRAIGHT_METRES_A_MINUTE = 500;
const MINUTES_A_STOP = 15;

export interface Totals {
  distanceM: number;
  expectedMinutes: number;
}

/**
 * What a drive amounts to, as the server reckons it when the route is saved (`RouteTotals`): straight from stop to stop
 * where their positions are known, 500 m a minute, and 15 minutes at each stop.
 */
export function totalsOf(stops: readonly Positioned[]): Totals {
  const known = stops.filter(
    (stop): stop is Required<Positioned> => stop.latitude !== undefined && stop.longitude !== undefined,
  );
  const metres = known.slice(1).reduce((sum, stop, index) => sum + between(known[index]!, stop), 0);
  const distanceM = Math.round(metres);
  return {
    distanceM,
    expectedMinutes: Math.ceil(distanceM / STRAIGHT_METRES_A_MINUTE) + MINUTES_A_STOP * stops.length,
  };
}

function between(from: Required<Positioned>, to: Required<Positioned>): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const north = Math.sin(radians(to.latitude - from.latitude) / 2);
  const east = Math.sin(radians(to.longitude - from.longitude) / 2);
  const haversine =
    north * north + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * east * east;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(Math.min(1, haversine)));
}
