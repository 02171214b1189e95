const PREFIX = 'portal.draft ';

/** What somebody typed and has not saved, and what their form was filled from. */
export interface Draft<Values> {
  base: Values;
  values: Values;
}

/**
 * Keeps what is typed in this tab, until it is saved or given up: a session that ends, or a page that is loaded again,
 * loses nothing. Drafts are their owner's, one person in one company.
 */
export class Drafts {
  constructor(
    private readonly owner: string,
    private readonly storage: Storage = sessionStorage,
  ) {}

  of<Values>(place: string): Draft<Values> | undefined {
    const kept = this.storage.getItem(this.key(place));
    return kept ? (JSON.parse(kept) as Draft<Values>) : undefined;
  }

  keep<Values>(place: string, draft: Draft<Values>): void {
    try {
      this.storage.setItem(this.key(place), JSON.stringify(draft));
    } catch {
      // The storage is full or forbidden: there is no draft then, as before.
    }
  }

  drop(place: string): void {
    this.storage.removeItem(this.key(place));
  }

  private key(place: string): string {
    return `${PREFIX}${this.owner} ${place}`;
  }
}

/** Nobody finds what another typed in this tab. */
export function dropDraftsExceptOf(owner: string, storage: Storage = sessionStorage): void {
  Object.keys(storage)
    .filter((key) => key.startsWith(PREFIX) && !key.startsWith(`${PREFIX}${owner} `))
    .forEach((key) => storage.removeItem(key));
}
