import type { Position } from './entries';

const PATIENCE = 5000;
const FRESH_ENOUGH = 60_000;

/** Where the device is, if the person lets it say so and it finds out in time; work never waits for it. */
export function whereAmI(geolocation: Geolocation | undefined = navigator.geolocation): Promise<Position | undefined> {
  if (!geolocation) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const give = setTimeout(() => resolve(undefined), PATIENCE);
    geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        clearTimeout(give);
        resolve({
          latitude: Number(latitude.toFixed(6)),
          longitude: Number(longitude.toFixed(6)),
          accuracyM: Math.round(accuracy),
        });
      },
      () => {
        clearTimeout(give);
        resolve(undefined);
      },
      { enableHighAccuracy: true, maximumAge: FRESH_ENOUGH, timeout: PATIENCE },
    );
  });
}
