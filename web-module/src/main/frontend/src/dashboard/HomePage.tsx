import { Navigate } from 'react-router';
import { homeOf } from '../account/destination';
import { mayReadOffice } from '../account/roles';
import { useSignIn } from '../account/useSession';
import { DashboardPage } from './DashboardPage';

/** Where a company's address leads: the office to its dashboard, crews to their work. */
export function HomePage() {
  const signIn = useSignIn();
  const office = signIn.customer && mayReadOffice(signIn.customer.role);
  return office ? <DashboardPage /> : <Navigate to={homeOf(signIn)} replace />;
}
