import { Button, Text } from '@mantine/core';
import { t } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { session } from '../api/session';
import type { SignIn } from '../api/types';
import { MessagePage } from '../shell/pages';
import { ProblemAlert } from '../shell/states';
import { homeOf } from './destination';

/** The session as it is without asking for a particular company. */
async function openSession(): Promise<SignIn> {
  const known = session.current();
  const state = known.phase === 'signedIn' ? known : await session.refresh();
  if (state.phase === 'signedIn') return state.signIn;
  throw state.phase === 'failed' ? state.problem : new Error(t('account:other.ended'));
}

/** The address names one company, the session belongs to another, perhaps since another tab switched. */
export function OtherCompanyPage({ customerId }: { customerId: string }) {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>();

  const goToOther = () => openSession().then((signIn) => navigate(homeOf(signIn)), setError);
  const switchHere = () =>
    openSession()
      .then((signIn) => {
        if (!signIn.memberships.some((each) => each.customerId === customerId)) {
          throw new Error(t('other.notYours'));
        }
        return session.switchTo(customerId);
      })
      .catch(setError);

  return (
    <MessagePage
      title={t('other.title')}
      actions={
        <>
          <Button onClick={() => void goToOther()}>{t('other.go')}</Button>
          <Button variant="default" onClick={() => void switchHere()}>
            {t('other.switch')}
          </Button>
        </>
      }
    >
      {error !== undefined && <ProblemAlert error={error} />}
      <Text>{t('other.text', { customerId })}</Text>
    </MessagePage>
  );
}
