import { Text } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { whenIdle } from '../shell/whenIdle';
import { useSignIn } from './useSession';

const CompanyMenu = whenIdle(async () => (await import('./CompanyMenu')).CompanyMenu);

/** The open company's name and, for those who belong to several, a menu of the others. */
export function CompanySwitcher() {
  const { customer, memberships } = useSignIn();
  const { t } = useTranslation('account');
  const name = (
    <Text size="sm" fw={500} truncate>
      {customer?.name ?? t('company.console')}
    </Text>
  );
  return memberships.length < 2 ? (
    name
  ) : (
    <Suspense fallback={name}>
      <CompanyMenu />
    </Suspense>
  );
}
