import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { mayAdministrate, mayPlan } from '../account/roles';
import { useCustomer } from '../account/useSession';
import './company.css';

/** The ways between the screens about the company itself. */
export function CompanyTabs() {
  const { customerId, role } = useCustomer();
  const { t } = useTranslation('company');
  const admin = mayAdministrate(role);
  const tabs = [
    { to: 'company', name: t('tab.company'), shown: true },
    { to: 'company/usage', name: t('tab.usage'), shown: mayPlan(role) },
    { to: 'company/api-keys', name: t('tab.keys'), shown: admin },
    { to: 'company/audit', name: t('tab.audit'), shown: admin },
    { to: 'company/support', name: t('tab.support'), shown: admin },
    { to: 'company/export', name: t('tab.export'), shown: admin },
  ].filter(({ shown }) => shown);
  if (tabs.length < 2) return null;
  return (
    <nav className="portal-tabs" aria-label={t('tabs')}>
      {tabs.map(({ to, name }) => (
        <NavLink key={to} to={`/c/${customerId}/${to}`} end>
          {name}
        </NavLink>
      ))}
    </nav>
  );
}
