import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
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
      <FrontCard page="Join" title="This link does not work">
        <Stack>
          <Text>
            It may have been used, replaced by a newer one, or be older than seven days. Ask whoever invited you for
            another one.
          </Text>
          <Button component={Link} to="/login" variant="default">
            Sign in
          </Button>
        </Stack>
      </FrontCard>
    );
  }
  if (invitation.isPending) return <FullPageLoader />;
  return <Join token={token} invitation={invitation.data} />;
}

function Join({ token, invitation }: { token: string; invitation: Invitation }) {
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
    <FrontCard page="Join" title={`Join ${invitation.customerName}`}>
      <form onSubmit={form.onSubmit((values) => join.mutate(values))}>
        <Stack>
          {join.isError && <ProblemAlert error={join.error} title="Not joined" />}
          <TextInput label="E-mail" autoComplete="username" readOnly value={invitation.email} />
          {invitation.needsPassword ? (
            <>
              <TextInput label="Your name" autoComplete="name" required {...form.getInputProps('displayName')} />
              <NewPasswordFields form={form} />
            </>
          ) : (
            <Text>You have a password for the portal already. Join, and sign in with it.</Text>
          )}
          <Button type="submit" loading={join.isPending} fullWidth>
            Join
          </Button>
        </Stack>
      </form>
    </FrontCard>
  );
}
