// One part for all pages of the crew: whoever has opened one has all of them when the network is gone.
export { CrewFrame } from './CrewFrame';
export { CrewPage } from './CrewPage';
export { EntriesPage } from './EntriesPage';
export { PlacePage } from './PlacePage';
export { PlacesPage } from './PlacesPage';
