import 'leaflet/dist/leaflet.css';
import './map.css';
import { useComputedColorScheme } from '@mantine/core';
import { type RefObject, useEffect, useState } from 'react';
import { useUiConfig } from '../api/uiConfig';
import L from './leaflet';

const NORTH_EAST: L.LatLngTuple = [43.9, -72.4];

/**
 * A map in an element, on tiles if the deployment has any, else on outlines of states and counties; none until
 * that is known, as how near one may look depends on it.
 */
export function useBaseMap(element: RefObject<HTMLElement | null>): { map?: L.Map; nearest: number } {
  const [map, setMap] = useState<L.Map>();
  const scheme = useComputedColorScheme('light');
  const { data: config, isFetched } = useUiConfig();

  useEffect(() => {
    const created = L.map(element.current!, { zoomSnap: 0.5, maxZoom: 18, minZoom: 3 }).setView(NORTH_EAST, 7);
    created.attributionControl.setPrefix(false);
    const resized = new ResizeObserver(() => created.invalidateSize());
    resized.observe(element.current!);
    setMap(created);
    return () => {
      resized.disconnect();
      created.remove();
      setMap(undefined);
    };
  }, [element]);

  useEffect(() => {
    if (!isFetched || !map) return;
    let gone = false;
    let removeOutline: (() => void) | undefined;
    const outline = () =>
      void import('./outline')
        .then(({ addOutline }) => addOutline(map, scheme, () => gone))
        .then((remove) => {
          if (gone) remove();
          else removeOutline = remove;
        })
        .catch(() => undefined);
    let removeTiles: (() => void) | undefined;
    if (config?.tileUrl) {
      const tiles = L.tileLayer(config.tileUrl, { attribution: config.tileAttribution, maxZoom: 19 });
      // Where the tiles cannot be reached, outlines are better than plain ground; tiles that come later cover them.
      tiles.once('tileerror', outline);
      tiles.addTo(map);
      removeTiles = () => void tiles.remove();
    } else {
      outline();
    }
    return () => {
      gone = true;
      removeTiles?.();
      removeOutline?.();
    };
  }, [config, isFetched, scheme, map]);

  // Without streets there is nothing to see from near.
  return { map: isFetched ? map : undefined, nearest: config?.tileUrl ? 15 : 9 };
}
