import { t } from 'i18next';

export interface FieldError {
  field: string;
  message: string;
}

/** A thing that stands in the way, such as the log that is open already. */
export interface Related {
  id: string;
  text: string;
}

/** An answer of the API that is not what was asked for, in the words of its problem detail (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  /** The last part of the problem's type, such as `stale-version`; `offline` when no answer came. */
  readonly slug: string;
  readonly errors: FieldError[];
  readonly requestId?: string;
  readonly related: Related[];

  constructor(
    status: number,
    slug: string,
    message: string,
    errors: FieldError[] = [],
    requestId?: string,
    related: Related[] = [],
  ) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.slug = slug;
    this.errors = errors;
    this.requestId = requestId;
    this.related = related;
  }
}

interface ProblemBody {
  type?: string;
  title?: string;
  detail?: string;
  requestId?: string;
  errors?: FieldError[];
  related?: Related[];
}

export function problemFrom(status: number, body: unknown): Problem {
  const told = (typeof body === 'object' && body !== null ? body : {}) as ProblemBody;
  const slug = told.type?.split('/').pop() ?? 'unknown';
  const words = told.detail ?? told.title ?? t('api:status', { status });
  return new Problem(status, slug, words, told.errors, told.requestId, told.related);
}

export function offline(): Problem {
  return new Problem(0, 'offline', t('api:offline'));
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(0, 'unexpected', error instanceof Error ? error.message : t('api:unexpected'));
}

/** Whether asking again could help: no answer, or an answer that is the server's own fault. */
export function isPassing(error: unknown): boolean {
  return error instanceof Problem && (error.slug === 'offline' || error.status >= 500);
}

/** Whether the server has understood and said no: the same again would be refused again. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Problem && error.status >= 400 && error.status < 500 && ![408, 425, 429].includes(error.status);
}
