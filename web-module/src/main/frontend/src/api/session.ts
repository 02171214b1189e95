import { asProblem, offline, type Problem, problemFrom } from './problem';
import type { SignIn } from './types';

/** An operator's stay in a company, see ADR 0045. */
export interface Support {
  id: string;
  customerId: string;
  operator: string;
  reason: string;
  /** Whether changes can be made. */
  write: boolean;
  expiresAt: string;
}

export type SessionState =
  | { phase: 'unknown' }
  | { phase: 'signedOut' }
  | { phase: 'signedIn'; signIn: SignIn; support?: Support }
  | { phase: 'supportOver'; support: Support }
  | { phase: 'otherCustomer' }
  | { phase: 'failed'; problem: Problem };

const RENEW_BEFORE_EXPIRY = 60_000;
const RENEW_AT_THE_EARLIEST = 30_000;

/**
 * Who is signed in. The access token lives in this object only; what survives a reload is the refresh cookie,
 * which scripts cannot read.
 */
export class Session {
  private state: SessionState = { phase: 'unknown' };
  private readonly listeners = new Set<() => void>();
  private renewing: Promise<SessionState> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly errands = new Set<() => Promise<unknown>>();

  constructor(private readonly send: typeof fetch = (...request) => fetch(...request)) {}

  readonly current = (): SessionState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** What has to be done as this person in this company, before somebody signs out or switches. */
  beforeLeaving(errand: () => Promise<unknown>): () => void {
    this.errands.add(errand);
    return () => this.errands.delete(errand);
  }

  get accessToken(): string | undefined {
    return this.state.phase === 'signedIn' ? this.state.signIn.accessToken : undefined;
  }

  /**
   * Signs in; an answer without access token means that a second factor must be shown, or a company be chosen, first.
   */
  async login(email: string, password: string, customerId?: string): Promise<SignIn> {
    const signIn = await this.post<SignIn>('/api/auth/login', { email, password, customerId });
    if (signIn.accessToken) this.accept(signIn);
    return signIn;
  }

  /** Goes on with a sign-in that waits for the second factor, or for the choice after it. */
  async showFactor(challenge: string, code?: string, customerId?: string): Promise<SignIn> {
    const signIn = await this.post<SignIn>('/api/auth/second-factor', { challenge, code, customerId });
    if (signIn.accessToken) this.accept(signIn);
    return signIn;
  }

  /** Where to go to sign in by the provider; what the browser remembers of it comes with the answer. */
  async leaveForProvider(next?: string): Promise<string> {
    return (await this.post<{ address: string }>('/api/auth/oidc/start', { next })).address;
  }

  /** Goes on with the sign-in of who has come back from the provider; answers as {@link login} does. */
  async arriveFromProvider(customerId?: string): Promise<SignIn> {
    const signIn = await this.post<SignIn>('/api/auth/oidc/session', { customerId });
    if (signIn.accessToken) this.accept(signIn);
    return signIn;
  }

  /**
   * Enters a company by a support access. Its token is this tab's alone and is never renewed: the cookie is of the
   * operator's own session, and what was begun as support must not go on as that.
   */
  async enter(support: Support, accessToken: string): Promise<void> {
    const me = await this.ask<Pick<SignIn, 'account' | 'customer' | 'memberships'>>('GET', '/api/auth/me', undefined, accessToken);
    const signIn = { ...me, accessToken, expiresAt: support.expiresAt, mustSetUpSecondFactor: false };
    this.become({ phase: 'signedIn', signIn, support });
    this.timer = setTimeout(() => this.supportIsOver(support), Date.parse(support.expiresAt) - Date.now());
  }

  /** From a company that was entered by a support access, or one that is over, back to the operator's own session. */
  leave(): Promise<SessionState> {
    this.become({ phase: 'unknown' });
    return this.startRenewal(); // One that is under way may ask for the company.
  }

  private supportIsOver(support: Support): SessionState {
    this.become({ phase: 'supportOver', support });
    return this.state;
  }

  /** Renews the token from the refresh cookie. Callers that come meanwhile share the one answer. */
  refresh(customerId?: string): Promise<SessionState> {
    if (this.state.phase === 'supportOver') return Promise.resolve(this.state);
    if (this.state.phase === 'signedIn' && this.state.support) {
      return Promise.resolve(this.supportIsOver(this.state.support));
    }
    return this.renewing ?? this.startRenewal(customerId);
  }

  private startRenewal(customerId?: string): Promise<SessionState> {
    const renewal = this.renew(customerId).finally(() => {
      if (this.renewing === renewal) this.renewing = undefined;
    });
    this.renewing = renewal;
    return renewal;
  }

  async switchTo(customerId: string): Promise<void> {
    await this.runErrands();
    this.accept(await this.post<SignIn>('/api/auth/switch', { customerId }, this.accessToken));
  }

  /** Ends the session. It ends here even when the server cannot be told. */
  async logout(): Promise<void> {
    await this.runErrands();
    const token = this.accessToken;
    try {
      await this.post('/api/auth/logout', undefined, token);
    } finally {
      this.become({ phase: 'signedOut' });
    }
  }

  /** Does at once what waits to be done as this person in this company. */
  async runErrands(): Promise<void> {
    await Promise.allSettled([...this.errands].map((errand) => errand()));
  }

  private async renew(customerId?: string): Promise<SessionState> {
    try {
      this.accept(await this.post<SignIn>('/api/auth/refresh', { customerId }));
    } catch (error) {
      const problem = asProblem(error);
      if (problem.status === 401) this.become({ phase: 'signedOut' });
      else if (problem.slug === 'session-of-other-customer') this.become({ phase: 'otherCustomer' });
      else if (this.state.phase === 'signedIn' && problem.slug === 'offline') this.renewLater(RENEW_AT_THE_EARLIEST);
      else this.become({ phase: 'failed', problem });
    }
    return this.state;
  }

  private accept(signIn: SignIn): void {
    this.become({ phase: 'signedIn', signIn });
    if (signIn.expiresAt) {
      const left = Date.parse(signIn.expiresAt) - Date.now() - RENEW_BEFORE_EXPIRY;
      this.renewLater(Math.max(left, RENEW_AT_THE_EARLIEST));
    }
  }

  private renewLater(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.state.phase === 'signedIn') void this.refresh(this.state.signIn.customer?.customerId);
    }, milliseconds);
  }

  private become(state: SessionState): void {
    clearTimeout(this.timer);
    this.state = state;
    this.listeners.forEach((listener) => listener());
  }

  private post<T>(path: string, body?: object, token?: string): Promise<T> {
    return this.ask<T>('POST', path, body, token);
  }

  private async ask<T>(method: string, path: string, body?: object, token?: string): Promise<T> {
    let answer: Response;
    try {
      answer = await this.send(path, {
        method,
        headers: {
          Accept: 'application/json',
          ...(body ? { 'Content-Type': 'application/json' } : {}),
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
        },
        body: body && JSON.stringify(body),
      });
    } catch {
      throw offline();
    }
    const told: unknown = answer.status === 204 ? undefined : await answer.json().catch(() => undefined);
    if (!answer.ok) throw problemFrom(answer.status, told);
    return told as T;
  }
}

export const session = new Session();
