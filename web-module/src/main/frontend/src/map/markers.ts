import L from './leaflet';
import type { PropertyStatus } from '../api/types';

export interface Place {
  id: string;
  latitude: number;
  longitude: number;
  title: string;
  detail?: string;
  /** Where its popup leads. */
  to?: string;
  status?: PropertyStatus;
  /** Its position in a route; shown instead of a status. */
  number?: number;
}

/** Statuses differ by shape as well as by colour. */
const SHAPES: Record<PropertyStatus, string> = {
  ACTIVE: '<circle cx="12" cy="12" r="8"/>',
  PAUSED: '<path d="M12 3.5 21 19.5H3z"/>',
  ARCHIVED: '<rect x="4.5" y="4.5" width="15" height="15" rx="1.5"/>',
};

export function shapeSvg(status: PropertyStatus): string {
  return `<svg viewBox="0 0 24 24" aria-hidden="true" class="portal-shape portal-shape-${status.toLowerCase()}">${SHAPES[status]}</svg>`;
}

export function markerIcon(place: Place): L.DivIcon {
  if (place.number !== undefined) {
    return L.divIcon({ html: String(place.number), className: 'portal-number', iconSize: [28, 28] });
  }
  return L.divIcon({ html: shapeSvg(place.status ?? 'ACTIVE'), className: 'portal-marker', iconSize: [24, 24] });
}

export function popupFor(place: Place, open: string, navigate: (to: string) => void): HTMLElement {
  const content = document.createElement('div');
  const title = document.createElement('strong');
  title.textContent = place.title;
  content.append(title);
  if (place.detail) {
    const detail = document.createElement('div');
    detail.textContent = place.detail;
    content.append(detail);
  }
  if (place.to) {
    const to = place.to;
    const link = document.createElement('a');
    link.href = to;
    link.textContent = open;
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      navigate(to);
    });
    content.append(link);
  }
  return content;
}
