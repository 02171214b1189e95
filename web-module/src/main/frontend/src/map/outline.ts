import L from './leaflet';
import type { MultiPolygon, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import outlineUrl from 'us-atlas/counties-10m.json?url';

type Shapes = GeometryCollection<{ name: string }>;
type Outline = Topology<{ states: Shapes; counties: Shapes }>;

interface Place {
  id: string;
  name: string;
  box: L.LatLngBounds;
}

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
  const states = placesOf(topology, topology.objects.states);

  const pane = map.getPane('outline') ?? map.createPane('outline');
  pane.style.zIndex = '150';
  pane.style.pointerEvents = 'none';
  const shared = { pane: 'outline', renderer: L.canvas({ pane: 'outline', padding: 0.5 }), interactive: false } as const;
  const drawn = L.layerGroup([], { attribution: 'Outlines: U.S. Census Bureau' }).addTo(map);
  const draw = (id: string) => {
    const colours = COLOURS[scheme];
    const shape = topology.objects.states.geometries.find((state) => state.id === id)!;
    const borders = mesh(topology, countiesOf(topology, id), (a, b) => a !== b);
    const style = { color: colours.state, weight: 1.5, fillColor: colours.land, fillOpacity: 1 };
    L.geoJSON(feature(topology, shape), { ...shared, style }).addTo(drawn);
    L.geoJSON(borders, { ...shared, style: { color: colours.county, weight: 1, fill: false } }).addTo(drawn);
  };

  let removed = false;
  const middle = map.getCenter();
  const nearestFirst = [...states].sort((a, b) => far(a, middle) - far(b, middle)).map(({ id }) => () => draw(id));
  void inTurn(nearestFirst, () => removed || gone());
  const removeNames = addNames(map, topology, states);
  return () => {
    removed = true;
    drawn.remove();
    shared.renderer.remove();
    removeNames();
  };
}

/** With room between them: all at once would keep whoever looks at the map from using it. */
async function inTurn(steps: (() => void)[], stopped: () => boolean): Promise<void> {
  for (const step of steps) {
    await new Promise((resolve) => setTimeout(resolve));
    if (stopped()) return;
    step();
  }
}

function far(place: Place, from: L.LatLng): number {
  return place.box.getCenter().distanceTo(from);
}

/** Names of the states, or from near of the counties, that are in view. */
function addNames(map: L.Map, topology: Outline, states: Place[]): () => void {
  const pane = map.getPane('names') ?? map.createPane('names');
  pane.style.zIndex = '160';
  pane.style.pointerEvents = 'none';
  pane.setAttribute('aria-hidden', 'true');
  const known = new Map<string, Place[]>();
  const counties = ({ id }: Place) => {
    const found = known.get(id) ?? placesOf(topology, countiesOf(topology, id));
    known.set(id, found);
    return found;
  };
  const layer = L.layerGroup().addTo(map);

  const refresh = () => {
    layer.clearLayers();
    const view = map.getBounds();
    const inView = states.filter(({ box }) => view.intersects(box));
    const named = map.getZoom() >= COUNTY_NAMES_FROM ? inView.flatMap(counties) : inView;
    for (const { name, box } of named) {
      const at = box.getCenter();
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

/** A county's id begins with that of its state. */
function countiesOf({ objects }: Outline, stateId: string): Shapes {
  const within = objects.counties.geometries.filter(({ id }) => String(id).startsWith(stateId));
  return { type: 'GeometryCollection', geometries: within };
}

function placesOf(topology: Outline, shapes: Shapes): Place[] {
  return feature(topology, shapes).features.map(({ id, properties, geometry }) => ({
    id: String(id),
    name: properties.name,
    box: boxOf(geometry as Polygon | MultiPolygon),
  }));
}

/** Leaflet would make a layer of each to tell. */
function boxOf({ type, coordinates }: Polygon | MultiPolygon): L.LatLngBounds {
  const rings = type === 'Polygon' ? coordinates : coordinates.flat();
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude = 0, latitude = 0] of rings.flat()) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  return L.latLngBounds([south, west], [north, east]);
}
