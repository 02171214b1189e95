const KEY = 'portal.support';

/** Which support access this tab is in, so that one that a reload has cut off can be ended. Nothing secret is kept. */
export interface KeptSupport {
  customerId: string;
  id: string;
}

export function keepSupport({ customerId, id }: KeptSupport): void {
  sessionStorage.setItem(KEY, JSON.stringify({ customerId, id }));
}

export function keptSupport(): KeptSupport | undefined {
  const text = sessionStorage.getItem(KEY);
  return text ? (JSON.parse(text) as KeptSupport) : undefined;
}

export function forgetSupport(): void {
  sessionStorage.removeItem(KEY);
}
