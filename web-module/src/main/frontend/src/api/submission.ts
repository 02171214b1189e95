import { useRef } from 'react';

/** Keeps one Idempotency-Key for one content: sending the same again repeats the key, a changed content gets its own. */
export class Submission {
  private content: string | undefined;
  private key = '';

  headersFor(body: unknown): Record<string, string> {
    const content = JSON.stringify(body);
    if (content !== this.content) {
      this.content = content;
      this.key = crypto.randomUUID();
    }
    return { 'Idempotency-Key': this.key };
  }

  /** To be called after success, so that the next submission of equal content is a new one. */
  done(): void {
    this.content = undefined;
  }
}

export function useSubmission(): Submission {
  const ref = useRef<Submission>(null);
  ref.current ??= new Submission();
  return ref.current;
}
