import { Button, Text } from '@mantine/core';
import { useState } from 'react';
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
  throw state.phase === 'failed' ? state.problem : new Error('Your session has ended. Please sign in again.');
}

/** The address names one company, the session belongs to another, perhaps since another tab switched. */
export function OtherCompanyPage({ customerId }: { customerId: string }) {
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>();

  const goToOther = () => openSession().then((signIn) => navigate(homeOf(signIn)), setError);
  const switchHere = () =>
    openSession()
      .then((signIn) => {
        if (!signIn.memberships.some((each) => each.customerId === customerId)) {
          throw new Error('You do not belong to the company that this address names.');
        }
        return session.switchTo(customerId);
      })
      .catch(setError);

  return (
    <MessagePage
      title="You are signed in to another company"
      actions={
        <>
          <Button onClick={() => void goToOther()}>Go to that company</Button>
          <Button variant="default" onClick={() => void switchHere()}>
            Switch to this one
          </Button>
        </>
      }
    >
      {error !== undefined && <ProblemAlert error={error} />}
      <Text>
        This address belongs to company {customerId}, but your session is for a different one. You can be signed in to
        one company at a time.
      </Text>
    </MessagePage>
  );
}
