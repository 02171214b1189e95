import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Support } from '../api/session';
import { MessagePage } from '../shell/pages';
import { ProblemAlert } from '../shell/states';
import { endLost, leaveSupport } from './supportAccess';

/** The time is over, the company has ended it, or the operator signed out elsewhere. */
export function SupportOverPage({ support }: { support: Support }) {
  const { t } = useTranslation('customer');
  const navigate = useNavigate();
  const goBack = () => void navigate(`/console/customers/${support.customerId}/support`, { replace: true });
  // Ending what is over already may fail as it likes.
  const back = () => leaveSupport(support, goBack).catch(() => undefined);
  return (
    <MessagePage title={t('over.title')} actions={<Button onClick={() => void back()}>{t('over.back')}</Button>}>
      <Text>{t('over.text')}</Text>
    </MessagePage>
  );
}

/** An operator at an address of a company that this tab is not in, or not any more: after a reload say. */
export function SupportLostPage({ customerId }: { customerId: string }) {
  const { t } = useTranslation('customer');
  const ended = useRef(false);
  const { mutate, error, isError } = useMutation({ mutationFn: () => endLost(customerId) });
  useEffect(() => {
    if (ended.current) return;
    ended.current = true;
    mutate();
  }, [mutate]);
  const at = `/console/customers/${customerId}`;
  return (
    <MessagePage
      title={t('lost.title')}
      actions={
        <>
          <Button component={Link} to={`${at}/enter`}>
            {t('support.goEnterHere')}
          </Button>
          <Button component={Link} to={at} variant="default">
            {t('over.back')}
          </Button>
        </>
      }
    >
      {isError && <ProblemAlert error={error} />}
      <Text>{t('lost.text')}</Text>
    </MessagePage>
  );
}
