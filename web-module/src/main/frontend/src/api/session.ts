import { inOurLanguage } from '../words/language';
import { BrowsersMemory, isRemembered, type LastSignIn } from './lastSignIn';
import { asProblem, isRefusal, offline, type Problem, problemFrom } from './problem';
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
  /** The server cannot be asked; this is who was signed in last, without a token. */
  | { phase: 'offline'; signIn: SignIn; problem: Problem }
  | { phase: 'otherCustomer' }
  | { phase: 'failed'; problem: Problem };

/** Whose data are looked at or sent: one person in one company. */
export interface Owner {
  accountId: string;
  customerId: string;
}

export function ownerOf(state: SessionState): Owner | undefined {
  if (state.phase !== 'signedIn' && state.phase !== 'offline') return undefined;
  const { account, customer } = state.signIn;
  return customer && { accountId: account.id, customerId: customer.customerId };
}

/** Whose session it is, as one word: operators have a person only. Empty while nobody is signed in. */
export function ownerKeyOf(state: SessionState): string {
  if (state.phase !== 'signedIn' && state.phase !== 'offline') return '';
  return `${state.signIn.account.id} ${state.signIn.customer?.customerId ?? ''}`;
}

export function isSameOwner(one: Owner | undefined, other: Owner | undefined): boolean {
  return one?.accountId === other?.accountId && one?.customerId === other?.customerId;
}

const RENEW_BEFORE_EXPIRY = 60_000;
const RENEW_AT_THE_EARLIEST = 30_000;
/** How long a sign-out waits for the server, in milliseconds: whoever asked for it puts the device down. */
const SIGN_OUT_PATIENCE = 5_000;

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

  constructor(
    private readonly send: typeof fetch = (...request) => fetch(...request),
    private readonly memory: LastSignIn = new BrowsersMemory(),
  ) {}

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

  /** The token, as long as it is that of the given person in the given company. */
  tokenOf(owner: Owner): string | undefined {
    return isSameOwner(ownerOf(this.state), owner) ? this.accessToken : undefined;
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

  async switchTo(customerId: string): Promise<SignIn> {
    await this.runErrands();
    const signIn = await this.post<SignIn>('/api/auth/switch', { customerId }, this.accessToken);
    this.accept(signIn);
    return signIn;
  }

  /**
   * Ends the session. It ends here even when the server cannot be told; then that is done before this browser asks for
   * a session again, as the cookie is still good.
   */
  async logout(): Promise<void> {
    await this.runErrands();
    try {
      await this.tellOfLogout();
    } catch (error) {
      this.memory.oweSignOut(!isRefusal(error));
      throw error;
    } finally {
      this.become({ phase: 'signedOut' });
    }
  }

  /** A token that has run out while the device slept would be refused, and the cookie stay good: that alone will do. */
  private async tellOfLogout(): Promise<void> {
    const token = this.accessToken;
    const tell = (as?: string) =>
      this.ask('POST', '/api/auth/logout', undefined, as, AbortSignal.timeout(SIGN_OUT_PATIENCE));
    try {
      await tell(token);
    } catch (error) {
      if (token === undefined || asProblem(error).status !== 401) throw error;
      await tell();
    }
  }

  /** Does at once what waits to be done as this person in this company. */
  async runErrands(): Promise<void> {
    await Promise.allSettled([...this.errands].map((errand) => errand()));
  }

  /** An answer that comes after somebody has signed out, signed in or entered a company comes too late. */
  private async renew(customerId?: string): Promise<SessionState> {
    const before = this.state;
    try {
      if (this.memory.signOutIsOwed()) {
        await this.post('/api/auth/logout').catch((error: unknown) => {
          if (!isRefusal(error)) throw error;
        });
        this.memory.oweSignOut(false);
      }
      const signIn = await this.post<SignIn>('/api/auth/refresh', { customerId });
      if (this.state === before) this.accept(signIn);
    } catch (error) {
      if (this.state !== before) return this.state;
      const problem = asProblem(error);
      if (problem.status === 401) this.become({ phase: 'signedOut' });
      else if (problem.slug === 'session-of-other-customer') this.goElsewhere(customerId);
      else if (this.state.phase === 'signedIn' && problem.slug === 'offline') this.renewLater(RENEW_AT_THE_EARLIEST);
      else this.openWithoutServer(problem, customerId);
    }
    return this.state;
  }

  /** The browser is signed in elsewhere, perhaps by another tab, which has written down who that is. */
  private goElsewhere(customerId?: string): void {
    if (this.remembered()?.customerId === customerId) this.memory.forget();
    this.become({ phase: 'otherCustomer' });
  }

  /** A server that does not answer leaves what the browser remembers; one that refuses ends that too. */
  private openWithoutServer(problem: Problem, customerId?: string): void {
    const last = !isRefusal(problem) && !this.memory.signOutIsOwed() ? this.memory.read() : undefined;
    if (last && (customerId === undefined || last.customer?.customerId === customerId)) {
      this.become({ phase: 'offline', signIn: last, problem });
      this.renewLater(RENEW_AT_THE_EARLIEST);
    } else {
      if (isRefusal(problem)) this.memory.forget();
      this.become({ phase: 'failed', problem });
    }
  }

  private accept(signIn: SignIn): void {
    this.memory.oweSignOut(false);
    if (isRemembered(signIn)) this.memory.write(signIn);
    else this.memory.forget();
    this.become({ phase: 'signedIn', signIn });
    if (signIn.expiresAt) {
      const left = Date.parse(signIn.expiresAt) - Date.now() - RENEW_BEFORE_EXPIRY;
      this.renewLater(Math.max(left, RENEW_AT_THE_EARLIEST));
    }
  }

  private renewLater(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.state.phase === 'signedIn' || this.state.phase === 'offline') {
        void this.refresh(this.state.signIn.customer?.customerId);
      }
    }, milliseconds);
  }

  private become(state: SessionState): void {
    clearTimeout(this.timer);
    if (state.phase === 'signedOut') this.memory.forget();
    this.state = state;
    this.listeners.forEach((listener) => listener());
  }

  /** Who may look at what this browser keeps for them without network. */
  remembered(): Owner | undefined {
    const last = this.memory.read();
    return last?.customer && { accountId: last.account.id, customerId: last.customer.customerId };
  }

  private post<T>(path: string, body?: object, token?: string): Promise<T> {
    return this.ask<T>('POST', path, body, token);
  }

  private async ask<T>(method: string, path: string, body?: object, token?: string, signal?: AbortSignal): Promise<T> {
    let answer: Response;
    try {
      answer = await this.send(path, {
        method,
        headers: {
          Accept: 'application/json',
          ...inOurLanguage(),
          ...(body ? { 'Content-Type': 'application/json' } : {}),
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
        },
        body: body && JSON.stringify(body),
        signal,
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
