import { lazy, Suspense, useEffect } from 'react';
import { Navigate, Outlet, useLocation, useParams } from 'react-router';
import { homeOf } from '../account/destination';
import { OtherCompanyPage } from '../account/OtherCompanyPage';
import { mayAdministrate, mayPlan, mayReadOffice, mayWork } from '../account/roles';
import { useSession, useSignIn } from '../account/useSession';
import { useOwnSettings } from '../company/company';
import { OwnFormat } from '../format/OwnFormat';
import type { Problem } from '../api/problem';
import { ownerKeyOf, session, type Support } from '../api/session';
import type { Role, SignIn } from '../api/types';
import { keptSupport } from '../customer/keptSupport';
import { CONSOLE_NAVIGATION, customerNavigation, type NavigationItem } from './navigation';
import { FailedPage, NotFoundPage, NotYourPage, Standalone } from './pages';
import { Shell } from './Shell';
import { FullPageLoader } from './states';

const SupportOverPage = lazy(async () => ({ default: (await import('../customer/SupportOverPage')).SupportOverPage }));
const SupportLostPage = lazy(async () => ({ default: (await import('../customer/SupportOverPage')).SupportLostPage }));
const SecurityPage = lazy(async () => ({ default: (await import('../account/SecurityPage')).SecurityPage }));

/** The session as it is, renewed from the cookie when nothing is known yet. */
function useOpenSession(customerId?: string) {
  const state = useSession();
  useEffect(() => {
    if (state.phase === 'unknown') void session.refresh(customerId);
  }, [state.phase, customerId]);
  return state;
}

function ToLogin() {
  const { pathname, search } = useLocation();
  return <Navigate to={`/login?next=${encodeURIComponent(pathname + search)}`} replace />;
}

function Failed({ problem, customerId }: { problem: Problem; customerId?: string }) {
  return (
    <Standalone>
      <FailedPage problem={problem} onRetry={() => void session.refresh(customerId)} />
    </Standalone>
  );
}

/** `/`: to wherever the person belongs. */
export function HomeGate() {
  const state = useOpenSession();
  if (state.phase === 'signedIn' || state.phase === 'offline') return <Navigate to={homeOf(state.signIn)} replace />;
  if (state.phase === 'failed') return <Failed problem={state.problem} />;
  if (state.phase === 'supportOver') return <SupportOver support={state.support} />;
  if (state.phase === 'unknown') return <FullPageLoader />;
  return <Navigate to="/login" replace />;
}

/** Lets in who has a session of the company that the address names. */
export function CustomerGate() {
  const { customerId = '' } = useParams();
  if (!/^[A-Z0-9]{9}$/.test(customerId)) {
    return (
      <Standalone>
        <NotFoundPage />
      </Standalone>
    );
  }
  return <Customer customerId={customerId} />;
}

function Customer({ customerId }: { customerId: string }) {
  const state = useOpenSession(customerId);
  // The one part of the portal that is there without the server.
  const isCrew = useLocation().pathname.startsWith(`/c/${customerId}/crew`);
  if (state.phase === 'unknown') return <FullPageLoader />;
  if (state.phase === 'signedOut') return <ToLogin />;
  if (state.phase === 'failed') return <Failed problem={state.problem} customerId={customerId} />;
  if (state.phase === 'supportOver') return <SupportOver support={state.support} />;
  if (state.phase === 'otherCustomer' && keptSupport()?.customerId === customerId) return <BackFromSupport />;
  if (state.phase === 'signedIn' && state.signIn.mustSetUpSecondFactor) return <Navigate to="/security" replace />;
  if (state.phase === 'signedIn' && isOutside(state.signIn, customerId)) {
    return (
      <Standalone>
        <Suspense fallback={<FullPageLoader />}>
          <SupportLostPage customerId={customerId} />
        </Suspense>
      </Standalone>
    );
  }
  if (state.phase === 'otherCustomer' || state.signIn.customer?.customerId !== customerId) {
    return (
      <Standalone>
        <OtherCompanyPage customerId={customerId} />
      </Standalone>
    );
  }
  if (state.phase === 'offline' && !isCrew) return <Failed problem={state.problem} customerId={customerId} />;
  const items = customerNavigation(customerId, state.signIn.customer.role);
  // What one person has opened and typed is not the next one's, not even in the same company.
  const owner = ownerKeyOf(state);
  // Operators have no settings of their own in a company.
  if (state.phase === 'signedIn' && state.support) return <Shell key={owner} items={items} support={state.support} />;
  return <OwnShell key={owner} items={items} />;
}

/** The shell, and all that is in it, as the person has set it. */
function OwnShell({ items }: { items: NavigationItem[] }) {
  const { data } = useOwnSettings();
  return (
    <OwnFormat value={data}>
      <Shell items={items} />
    </OwnFormat>
  );
}

/** An operator at the address of a company where they do not belong: only support access leads in. */
function isOutside({ account, customer, memberships }: SignIn, customerId: string): boolean {
  return account.superAdmin && !customer && !memberships.some((each) => each.customerId === customerId);
}

/** This tab was in the company as support, and has lost the token: the cookie is the operator's own. */
function BackFromSupport() {
  useEffect(() => void session.leave(), []);
  return <FullPageLoader />;
}

function SupportOver({ support }: { support: Support }) {
  return (
    <Standalone>
      <Suspense fallback={<FullPageLoader />}>
        <SupportOverPage support={support} />
      </Suspense>
    </Standalone>
  );
}

/** What people do for the security of their own account; open also to those who must do it first. */
export function SecurityGate() {
  const state = useOpenSession();
  if (state.phase === 'unknown') return <FullPageLoader />;
  if (state.phase === 'failed' || state.phase === 'offline') return <Failed problem={state.problem} />;
  if (state.phase === 'supportOver') return <SupportOver support={state.support} />;
  if (state.phase !== 'signedIn') return <ToLogin />;
  if (state.support) return <Navigate to={homeOf(state.signIn)} replace />;
  return (
    <Suspense fallback={<FullPageLoader />}>
      <SecurityPage key={state.signIn.account.id} />
    </Suspense>
  );
}

/** Shows the pages below to those who may use them; the others are told before they type, not after. */
function RoleGate({ may }: { may: (role: Role) => boolean }) {
  const role = useSignIn().customer?.role;
  return role && may(role) ? <Outlet /> : <NotYourPage />;
}

export const AdministratorsGate = () => <RoleGate may={mayAdministrate} />;
export const PlannersGate = () => <RoleGate may={mayPlan} />;
export const CrewGate = () => <RoleGate may={mayWork} />;
export const OfficeGate = () => <RoleGate may={mayReadOffice} />;

/** Lets super administrators in. */
export function ConsoleGate() {
  const state = useOpenSession();
  if (state.phase === 'unknown') return <FullPageLoader />;
  if (state.phase === 'failed' || state.phase === 'offline') return <Failed problem={state.problem} />;
  if (state.phase === 'supportOver') return <SupportOver support={state.support} />;
  if (state.phase !== 'signedIn') return <ToLogin />;
  if (state.support) return <Navigate to={homeOf(state.signIn)} replace />;
  if (state.signIn.mustSetUpSecondFactor) return <Navigate to="/security" replace />;
  if (!state.signIn.account.superAdmin) return <Navigate to={homeOf(state.signIn)} replace />;
  return <Shell key={ownerKeyOf(state)} items={CONSOLE_NAVIGATION} />;
}
