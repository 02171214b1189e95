import L from './leaflet';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import outlineUrl from 'us-atlas/counties-10m.json?url';

type Outline = Topology<{
  states: GeometryCollection<{ name: string }>;
  counties: GeometryCollection<{ name: string }>;
}>;

const COLOURS = {
  light: { land: '#fbfcfa', state: '#8b98a5', county: '#dde3e8' },
  dark: { land: '#2b3138', state: '#76828e', county: '#3d454e' },
};
const COUNTY_NAMES_FROM = 8;

let outline: Promise<Outline> | undefined;

function load(): Promise<Outline> {
  outline ??= fetch(outlineUrl).then((answer) => answer.json() as Promise<Outline>);
  return outline;
}

/** Draws states and counties from packaged data, for a map without tiles; answers how to take them away again. */
export async function addOutline(map: L.Map, scheme: 'light' | 'dark', gone: () => boolean): Promise<() => void> {
  const topology = await load();
  if (gone()) return () => undefined;
  const { states, counties } = topology.objects;
  const colours = COLOURS[scheme];

  const pane = map.getPane('outline') ?? map.createPane('outline');
  pane.style.zIndex = '150';
  pane.style.pointerEvents = 'none';
  const renderer = L.canvas({ pane: 'outline', padding: 0.5 });
  const shared = { pane: 'outline', renderer, interactive: false } as const;
  const lines = (color: string, weight: number) => ({ ...shared, style: { color, weight, fill: false } });

  const drawn = L.layerGroup([
    L.geoJSON(feature(topology, states), {
      ...shared,
      style: { stroke: false, fillColor: colours.land, fillOpacity: 1 },
      attribution: 'Outlines: U.S. Census Bureau',
    }),
    L.geoJSON(
      mesh(topology, counties, (a, b) => a !== b),
      lines(colours.county, 1),
    ),
    L.geoJSON(mesh(topology, states), lines(colours.state, 1.5)),
  ]).addTo(map);

  const removeNames = addNames(map, topology);
  return () => {
    drawn.remove();
    renderer.remove();
    removeNames();
  };
}

/** Names of the states, or from near of the counties, that are in view. */
function addNames(map: L.Map, topology: Outline): () => void {
  const pane = map.getPane('names') ?? map.createPane('names');
  pane.style.zIndex = '160';
  pane.style.pointerEvents = 'none';
  pane.setAttribute('aria-hidden', 'true');
  const { states, counties } = topology.objects;
  const stateNames = namesOf(topology, states);
  const countyNames = namesOf(topology, counties);
  const layer = L.layerGroup().addTo(map);

  const refresh = () => {
    layer.clearLayers();
    const near = map.getZoom() >= COUNTY_NAMES_FROM;
    const view = map.getBounds();
    for (const { name, at } of near ? countyNames : stateNames) {
      if (!view.contains(at)) continue;
      const icon = L.divIcon({ html: name, className: 'portal-place-name', iconSize: [120, 16] });
      L.marker(at, { icon, pane: 'names', interactive: false, keyboard: false }).addTo(layer);
    }
  };
  refresh();
  map.on('moveend', refresh);
  return () => {
    map.off('moveend', refresh);
    layer.remove();
  };
}

function namesOf(topology: Outline, objects: GeometryCollection<{ name: string }>): { name: string; at: L.LatLng }[] {
  return feature(topology, objects).features.map((each) => ({
    name: each.properties.name,
    at: L.geoJSON(each).getBounds().getCenter(),
  }));
}
