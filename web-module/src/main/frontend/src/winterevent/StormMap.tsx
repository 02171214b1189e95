import './storm.css';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventProperty } from '../api/types';
import { useFormat } from '../format/useFormat';
import L from '../map/leaflet';
import 'leaflet.markercluster';
import { useBaseMap } from '../map/useBaseMap';
import { type Crew, initials, type State, STATE_COLORS, STATES, stateSvg } from './stormState';

interface StormMapProps {
  properties: EventProperty[];
  crews: Crew[];
  onOpen?: (propertyId: string) => void;
  className?: string;
}

interface Shown {
  marker: L.Marker;
  state: State;
}

const STATE_OF = new WeakMap<L.Marker, State>();

/** Where the work of a storm stands, and where its crews were last; of either alone, too. The library is heavy. */
export function StormMap({ properties, crews, onOpen, className }: StormMapProps) {
  const element = useRef<HTMLDivElement>(null);
  const { map, nearest } = useBaseMap(element);
  const { t } = useTranslation('winterevent');
  const format = useFormat();
  const cluster = useRef<L.MarkerClusterGroup>(null);
  const shown = useRef(new Map<string, Shown>());
  const open = useRef(onOpen);
  useEffect(() => {
    open.current = onOpen;
  });

  useEffect(() => {
    if (!map) return;
    const group = clusters((count) => t('storm.gathered', { count }));
    group.addTo(map);
    cluster.current = group;
    const known = shown.current;
    return () => {
      group.remove();
      known.clear();
      cluster.current = null;
    };
  }, [map, t]);

  // A marker that stays keeps its place and its focus; only what changed is drawn anew.
  useEffect(() => {
    const group = cluster.current;
    if (!map || !group) return;
    const wanted = new Set<string>();
    const added: L.Marker[] = [];
    const changed: L.Marker[] = [];
    for (const { id, name, state, latitude, longitude } of properties) {
      if (latitude === undefined || longitude === undefined) continue;
      wanted.add(id);
      const title = `${name}, ${t(`storm.state.${state}`)}`;
      const there = shown.current.get(id);
      if (there) {
        if (there.state !== state) {
          there.marker.options.title = title;
          there.marker.setIcon(stateIcon(state, title));
          STATE_OF.set(there.marker, state);
          there.state = state;
          changed.push(there.marker);
        }
        continue;
      }
      const marker = L.marker([latitude, longitude], { icon: stateIcon(state, title), title, keyboard: true });
      marker.on('click', () => open.current?.(id));
      STATE_OF.set(marker, state);
      shown.current.set(id, { marker, state });
      added.push(marker);
    }
    const gone: L.Marker[] = [];
    shown.current.forEach(({ marker }, id) => {
      if (wanted.has(id)) return;
      gone.push(marker);
      shown.current.delete(id);
    });
    group.removeLayers(gone);
    group.addLayers(added);
    if (changed.length > 0) group.refreshClusters(changed);
  }, [map, properties, t]);

  useEffect(() => {
    if (!map) return;
    const layer = L.layerGroup(
      crews.map((crew) => {
        const title = t('storm.crewAt', {
          name: crew.name,
          time: format.time(crew.at),
          place: crew.propertyName ?? '–',
        });
        return L.marker([crew.latitude, crew.longitude], {
          icon: L.divIcon({ html: initials(crew.name), className: 'portal-crew-mark', iconSize: [30, 26], iconAnchor: [0, 26] }),
          title,
          zIndexOffset: 1000,
        }).bindPopup(popup(crew.name, title));
      }),
    ).addTo(map);
    return () => void layer.remove();
  }, [map, crews, format, t]);

  const extent = (properties.length > 0 ? properties : crews)
    .filter((each) => each.latitude !== undefined && each.longitude !== undefined)
    .map((each) => `${each.latitude},${each.longitude}`)
    .sort()
    .join(' ');
  useEffect(() => {
    if (!extent || !map) return;
    const points = extent.split(' ').map((point) => point.split(',').map(Number) as L.LatLngTuple);
    map.fitBounds(L.latLngBounds(points), { padding: [28, 28], maxZoom: nearest, animate: false });
  }, [extent, nearest, map]);

  return <div ref={element} className={`portal-map ${className ?? ''}`} role="region" aria-label={t('storm.map')} />;
}

function stateIcon(state: State, title: string): L.DivIcon {
  const content = document.createElement('div');
  content.innerHTML = stateSvg(state);
  const words = document.createElement('span');
  words.className = 'portal-hidden';
  words.textContent = title;
  content.append(words);
  return L.divIcon({ html: content, className: 'portal-marker', iconSize: [24, 24] });
}

function popup(name: string, detail: string): HTMLElement {
  const content = document.createElement('div');
  const strong = document.createElement('strong');
  strong.textContent = name;
  const line = document.createElement('div');
  line.textContent = detail;
  content.append(strong, line);
  return content;
}

/** Those that are near each other as one ring, divided as their states are. */
function clusters(words: (count: number) => string): L.MarkerClusterGroup {
  return L.markerClusterGroup({
    showCoverageOnHover: false,
    maxClusterRadius: 34,
    iconCreateFunction: (group) => {
      const states = group.getAllChildMarkers().map((marker) => STATE_OF.get(marker));
      const count = document.createElement('span');
      count.textContent = String(states.length);
      const rest = document.createElement('span');
      rest.className = 'portal-hidden';
      rest.textContent = words(states.length);
      const ring = document.createElement('div');
      ring.className = 'portal-storm-ring';
      ring.style.width = '40px';
      ring.style.height = '40px';
      ring.style.background = conic(states);
      ring.append(count, rest);
      return L.divIcon({ html: ring, className: 'portal-marker', iconSize: [40, 40] });
    },
  });
}

function conic(states: (State | undefined)[]): string {
  let from = 0;
  const parts = STATES.flatMap((state) => {
    const count = states.filter((each) => each === state).length;
    if (count === 0) return [];
    const to = from + (count / states.length) * 100;
    const part = `${STATE_COLORS[state]} ${from}% ${to}%`;
    from = to;
    return [part];
  });
  return `conic-gradient(${parts.join(', ')})`;
}
