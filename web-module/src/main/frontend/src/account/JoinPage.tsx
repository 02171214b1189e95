import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { client, unwrap } from '../api/client';
import { session } from '../api/session';
import type { Invitation } from '../api/types';
import { showFieldErrors } from '../shell/editing';
import { FullPageLoader, ProblemAlert } from '../shell/states';
import { homeOf } from './destination';
import { FrontCard } from './FrontCard';
import { rememberJoined } from './joined';
import { NewPasswordFields, sameTwice } from './NewPasswordFields';

/** Where the link of an invitation leads. Its secret stands behind the number sign, which no server gets to see. */
export function JoinPage() {
  const { t } = useTranslation('account');
  const [token] = useState(() => window.location.hash.slice(1));
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => unwrap(client.GET('/invitations/{token}', { params: { path: { token } } })),
    enabled: token !== '',
    retry: false,
    staleTime: Infinity,
  });

  if (token === '' || invitation.isError) {
    return (
      <FrontCard page={t('join.title')} title={t('join.deadTitle')}>
        <Stack>
          <Text>{t('join.dead')}</Text>
          <Button component={Link} to="/login" variant="default">
            {t('signIn.submit')}
          </Button>
        </Stack>
      </FrontCard>
    );
  }
  if (invitation.isPending) return <FullPageLoader />;
  return <Join token={token} invitation={invitation.data} />;
}

function Join({ token, invitation }: { token: string; invitation: Invitation }) {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { displayName: invitation.displayName, password: '', repeated: '' },
    validate: { repeated: sameTwice },
  });
  const join = useMutation({
    mutationFn: async ({ displayName, password }: typeof form.values) => {
      const chosen = invitation.needsPassword ? { displayName, password } : {};
      const joined = await unwrap(
        client.POST('/invitations/{token}/accept', { params: { path: { token } }, body: chosen }),
      );
      const home = `/c/${joined.customerId}/properties`;
      if (!invitation.needsPassword) return `/login?next=${encodeURIComponent(home)}`;
      rememberJoined(joined.customerId);
      return homeOf(await session.login(joined.email, password, joined.customerId));
    },
    onSuccess: (path) => void navigate(path, { replace: true }),
    onError: (error) => showFieldErrors(form, error),
  });

  return (
    <FrontCard page={t('join.title')} title={t('join.company', { company: invitation.customerName })}>
      <form onSubmit={form.onSubmit((values) => join.mutate(values))}>
        <Stack>
          {join.isError && <ProblemAlert error={join.error} title={t('join.not')} />}
          <TextInput label={t('signIn.email')} autoComplete="username" readOnly value={invitation.email} />
          {invitation.needsPassword ? (
            <>
              <TextInput label={t('join.name')} autoComplete="name" required {...form.getInputProps('displayName')} />
              <NewPasswordFields form={form} />
            </>
          ) : (
            <Text>{t('join.known')}</Text>
          )}
          <Button type="submit" loading={join.isPending} fullWidth>
            {t('join.title')}
          </Button>
        </Stack>
      </form>
    </FrontCard>
  );
}
