import 'leaflet/dist/leaflet.css';
import './map.css';
import { useComputedColorScheme } from '@mantine/core';
import L from './leaflet';
import 'leaflet.markercluster';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useUiConfig } from '../api/uiConfig';
import { type Box, normal } from './box';
import { markerIcon, type Place, popupFor } from './markers';

interface PortalMapProps {
  /** What the map shows, for those who cannot see it. */
  label: string;
  places: Place[];
  height: number | string;
  /** Joins the places by a line in their order instead of gathering near ones. */
  ordered?: boolean;
  /** Makes the map a way to choose a position. */
  onPick?: (latitude: number, longitude: number) => void;
  /** What to show first, instead of all the places. */
  view?: Box;
  /** To be told what is in view: at first, and whenever the map was moved. */
  onView?: (box: Box) => void;
}

const NORTH_EAST: L.LatLngTuple = [43.9, -72.4];

export function PortalMap({ label, places, height, ordered = false, onPick, view, onView }: PortalMapProps) {
  const element = useRef<HTMLDivElement>(null);
  const map = useRef<L.Map>(null);
  const navigate = useNavigate();
  const scheme = useComputedColorScheme('light');
  const { t } = useTranslation('map');
  const { data: config, isFetched } = useUiConfig();

  useEffect(() => {
    const created = L.map(element.current!, { zoomSnap: 0.5, maxZoom: 18, minZoom: 3 }).setView(NORTH_EAST, 7);
    created.attributionControl.setPrefix(false);
    map.current = created;
    const resized = new ResizeObserver(() => created.invalidateSize());
    resized.observe(element.current!);
    return () => {
      resized.disconnect();
      created.remove();
    };
  }, []);

  useEffect(() => {
    if (!isFetched) return;
    const drawn = map.current!;
    let gone = false;
    let removeOutline: (() => void) | undefined;
    const outline = () =>
      void import('./outline')
        .then(({ addOutline }) => addOutline(drawn, scheme, () => gone))
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
      tiles.addTo(drawn);
      removeTiles = () => void tiles.remove();
    } else {
      outline();
    }
    return () => {
      gone = true;
      removeTiles?.();
      removeOutline?.();
    };
  }, [config, isFetched, scheme]);

  useEffect(() => {
    const layer = ordered ? L.layerGroup() : clusters(t('gathered'));
    const markers = places.map((place) => {
      const marker = L.marker([place.latitude, place.longitude], {
        icon: markerIcon(place),
        title: place.title,
        keyboard: true,
      });
      return marker.bindPopup(() => popupFor(place, t('open'), (to) => void navigate(to)));
    });
    if (ordered && places.length > 1) {
      L.polyline(
        places.map((place) => [place.latitude, place.longitude]),
        { className: 'portal-route-line', weight: 4 },
      ).addTo(layer);
    }
    if (layer instanceof L.MarkerClusterGroup) layer.addLayers(markers);
    else markers.forEach((marker) => marker.addTo(layer));
    layer.addTo(map.current!);
    return () => void layer.remove();
  }, [places, ordered, navigate, t]);

  // Without streets there is nothing to see from near.
  const nearest = config?.tileUrl ? 15 : 9;
  const extent = places.map((place) => `${place.latitude},${place.longitude}`).join(' ');
  useEffect(() => {
    if (!extent || onView) return;
    const points = extent.split(' ').map((point) => point.split(',').map(Number) as L.LatLngTuple);
    map.current!.fitBounds(L.latLngBounds(points), { padding: [28, 28], maxZoom: nearest, animate: false });
  }, [extent, nearest, onView]);

  const [first] = useState(view);
  useEffect(() => {
    if (!onView) return;
    const shown = map.current!;
    const tell = () => {
      const bounds = shown.getBounds();
      onView(
        normal({
          west: bounds.getWest(),
          south: bounds.getSouth(),
          east: bounds.getEast(),
          north: bounds.getNorth(),
        }),
      );
    };
    if (first && isFetched) {
      const corners = L.latLngBounds([first.south, first.west], [first.north, first.west > first.east ? first.east + 360 : first.east]);
      shown.fitBounds(corners, { padding: [28, 28], maxZoom: nearest, animate: false });
    }
    if (isFetched) tell();
    shown.on('moveend', tell);
    return () => void shown.off('moveend', tell);
  }, [first, nearest, isFetched, onView]);

  useEffect(() => {
    if (!onPick) return;
    const pick = ({ latlng }: L.LeafletMouseEvent) => onPick(round(latlng.lat), round(latlng.wrap().lng));
    const current = map.current!;
    current.on('click', pick);
    return () => void current.off('click', pick);
  }, [onPick]);

  return <div ref={element} className="portal-map" role="region" aria-label={label} style={{ height }} />;
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

function clusters(gathered: string): L.MarkerClusterGroup {
  return L.markerClusterGroup({
    showCoverageOnHover: false,
    maxClusterRadius: 64,
    iconCreateFunction: (cluster) => {
      const count = document.createElement('span');
      count.textContent = String(cluster.getChildCount());
      const rest = document.createElement('span');
      rest.className = 'portal-hidden';
      rest.textContent = ` ${gathered}`;
      const content = document.createElement('div');
      content.append(count, rest);
      return L.divIcon({ html: content, className: 'portal-cluster', iconSize: [36, 36] });
    },
  });
}
