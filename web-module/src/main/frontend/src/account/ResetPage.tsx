import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { client, unwrap } from '../api/client';
import { showFieldErrors } from '../shell/editing';
import { FullPageLoader, ProblemAlert } from '../shell/states';
import { FrontCard } from './FrontCard';
import { NewPasswordFields, sameTwice } from './NewPasswordFields';

/** Where the link of a reset leads. Its secret stands behind the number sign, which no server gets to see. */
export function ResetPage() {
  const { t } = useTranslation('account');
  const [token] = useState(() => window.location.hash.slice(1));
  const link = useQuery({
    queryKey: ['password-reset', token],
    queryFn: () => unwrap(client.GET('/auth/password-resets/{token}', { params: { path: { token } } })),
    enabled: token !== '',
    retry: false,
    staleTime: Infinity,
  });
  if (token === '' || link.isError) {
    return (
      <FrontCard title={t('join.deadTitle')}>
        <Stack>
          <Text>{t('reset.dead')}</Text>
          <Button component={Link} to="/forgot" fullWidth>
            {t('reset.another')}
          </Button>
        </Stack>
      </FrontCard>
    );
  }
  if (link.isPending) return <FullPageLoader />;
  return <Reset token={token} email={link.data.email} />;
}

function Reset({ token, email }: { token: string; email: string }) {
  const { t } = useTranslation('account');
  const form = useForm({ initialValues: { password: '', repeated: '' }, validate: { repeated: sameTwice } });
  const reset = useMutation({
    mutationFn: ({ password }: typeof form.values) =>
      unwrap(client.POST('/auth/password-resets/{token}', { params: { path: { token } }, body: { password } })),
    onError: (error) => showFieldErrors(form, error),
  });
  if (reset.isSuccess) {
    return (
      <FrontCard title={t('reset.doneTitle')}>
        <Stack>
          <Text>{t('reset.done')}</Text>
          <Button component={Link} to="/login" fullWidth>
            {t('signIn.submit')}
          </Button>
        </Stack>
      </FrontCard>
    );
  }
  return (
    <FrontCard title={t('reset.title')}>
      <form onSubmit={form.onSubmit((values) => reset.mutate(values))}>
        <Stack>
          {reset.isError && <ProblemAlert error={reset.error} title={t('password.notChanged')} />}
          <TextInput label={t('signIn.email')} autoComplete="username" readOnly value={email} />
          <NewPasswordFields form={form} />
          <Button type="submit" loading={reset.isPending} fullWidth>
            {t('menu.password')}
          </Button>
        </Stack>
      </form>
    </FrontCard>
  );
}
