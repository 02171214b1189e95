import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { client, unwrap } from '../api/client';
import { showFieldErrors } from '../shell/editing';
import { FullPageLoader, ProblemAlert } from '../shell/states';
import { FrontCard } from './FrontCard';
import { NewPasswordFields, sameTwice } from './NewPasswordFields';

/** Where the link of a reset leads. Its secret stands behind the number sign, which no server gets to see. */
export function ResetPage() {
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
      <FrontCard title="This link does not work">
        <Stack>
          <Text>It may have been used, replaced, or be older than thirty minutes.</Text>
          <Button component={Link} to="/forgot" fullWidth>
            Ask for another link
          </Button>
        </Stack>
      </FrontCard>
    );
  }
  if (link.isPending) return <FullPageLoader />;
  return <Reset token={token} email={link.data.email} />;
}

function Reset({ token, email }: { token: string; email: string }) {
  const form = useForm({ initialValues: { password: '', repeated: '' }, validate: { repeated: sameTwice } });
  const reset = useMutation({
    mutationFn: ({ password }: typeof form.values) =>
      unwrap(client.POST('/auth/password-resets/{token}', { params: { path: { token } }, body: { password } })),
    onError: (error) => showFieldErrors(form, error),
  });
  if (reset.isSuccess) {
    return (
      <FrontCard title="Your password is changed">
        <Stack>
          <Text>You are signed out everywhere.</Text>
          <Button component={Link} to="/login" fullWidth>
            Sign in
          </Button>
        </Stack>
      </FrontCard>
    );
  }
  return (
    <FrontCard title="Choose a new password">
      <form onSubmit={form.onSubmit((values) => reset.mutate(values))}>
        <Stack>
          {reset.isError && <ProblemAlert error={reset.error} title="Not changed" />}
          <TextInput label="E-mail" autoComplete="username" readOnly value={email} />
          <NewPasswordFields form={form} />
          <Button type="submit" loading={reset.isPending} fullWidth>
            Change password
          </Button>
        </Stack>
      </form>
    </FrontCard>
  );
}
