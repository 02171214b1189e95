import { Code, Group, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams } from 'react-router';
import type { Customer } from '../api/types';
import { PageHeader } from '../shell/PageHeader';
import { PageProblem } from '../shell/pages';
import { ListSkeleton } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { TabList } from '../shell/TabList';
import { useCustomer } from './customers';
import { Erasing } from './Erasing';
import { ExecutionLog } from './ExecutionLog';
import { FeatureSwitches } from './FeatureSwitches';
import { InviteAdmin } from './InviteAdmin';
import { LifeActions } from './LifeActions';
import { Overview } from './Overview';
import { SupportTab } from './SupportTab';
import { TermsForm } from './TermsForm';
import { UsageTab } from './UsageTab';

const TABS = ['overview', 'terms', 'usage', 'features', 'log', 'support', 'leaving'] as const;
type Tab = (typeof TABS)[number];

function Content({ tab, customer }: { tab: Tab; customer: Customer }) {
  switch (tab) {
    case 'overview':
      return <Overview customer={customer} />;
    case 'terms':
      return (
        <>
          <TermsForm customer={customer} />
          <InviteAdmin customer={customer} />
        </>
      );
    case 'usage':
      return <UsageTab customerId={customer.customerId} />;
    case 'features':
      return <FeatureSwitches customerId={customer.customerId} />;
    case 'log':
      return <ExecutionLog customerId={customer.customerId} />;
    case 'support':
      return <SupportTab customer={customer} />;
    case 'leaving':
      return <Erasing customer={customer} />;
  }
}

/** One customer: all that operators see and do, each part at an address of its own. */
export function CustomerPage() {
  const { customerId = '', tab = 'overview' } = useParams();
  const { t } = useTranslation('customer');
  const navigate = useNavigate();
  const { data: customer, isError, error, refetch } = useCustomer(customerId);
  const shown = TABS.find((each) => each === tab);

  if (!shown) return <Navigate to={`/console/customers/${customerId}`} replace />;
  if (isError && !customer) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!customer) return <ListSkeleton />;
  return (
    <>
      <PageHeader
        title={customer.name}
        description={
          <Group gap="xs">
            <StatusBadge status={customer.status} />
            <Code>{customer.customerId}</Code>
          </Group>
        }
      >
        <LifeActions customer={customer} />
      </PageHeader>
      <Tabs
        value={shown}
        onChange={(next) => void navigate(`/console/customers/${customerId}${next === 'overview' ? '' : `/${next}`}`)}
        keepMounted={false}
        activateTabWithKeyboard={false}
      >
        <TabList
          label={t('tabs.label')}
          shown={shown}
          tabs={Object.fromEntries(TABS.map((each) => [each, t(`tabs.${each}`)]))}
        />
        {TABS.map((each) => (
          <Tabs.Panel key={each} value={each}>
            <Content tab={each} customer={customer} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}
