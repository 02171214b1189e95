import L from './leaflet';
import 'leaflet.markercluster';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type Box, normal } from './box';
import { markerIcon, type Place, popupFor } from './markers';
import { useBaseMap } from './useBaseMap';

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

export function PortalMap({ label, places, height, ordered = false, onPick, view, onView }: PortalMapProps) {
  const element = useRef<HTMLDivElement>(null);
  const { map, nearest } = useBaseMap(element);
  const navigate = useNavigate();
  const { t } = useTranslation('map');

  useEffect(() => {
    if (!map) return;
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
    layer.addTo(map);
    return () => void layer.remove();
  }, [map, places, ordered, navigate, t]);

  const extent = places.map((place) => `${place.latitude},${place.longitude}`).join(' ');
  useEffect(() => {
    if (!map || !extent || onView) return;
    const points = extent.split(' ').map((point) => point.split(',').map(Number) as L.LatLngTuple);
    map.fitBounds(L.latLngBounds(points), { padding: [28, 28], maxZoom: nearest, animate: false });
  }, [map, extent, nearest, onView]);

  const [first] = useState(view);
  useEffect(() => {
    if (!map || !onView) return;
    const tell = () => {
      const bounds = map.getBounds();
      onView(
        normal({
          west: bounds.getWest(),
          south: bounds.getSouth(),
          east: bounds.getEast(),
          north: bounds.getNorth(),
        }),
      );
    };
    if (first) {
      const corners = L.latLngBounds([first.south, first.west], [first.north, first.west > first.east ? first.east + 360 : first.east]);
      map.fitBounds(corners, { padding: [28, 28], maxZoom: nearest, animate: false });
    }
    tell();
    map.on('moveend', tell);
    return () => void map.off('moveend', tell);
  }, [map, first, nearest, onView]);

  useEffect(() => {
    if (!map || !onPick) return;
    const pick = ({ latlng }: L.LeafletMouseEvent) => onPick(round(latlng.lat), round(latlng.wrap().lng));
    map.on('click', pick);
    return () => void map.off('click', pick);
  }, [map, onPick]);

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
