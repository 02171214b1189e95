import { Alert, Button, Code, Group, List, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { Link } from 'react-router';
import { client, unwrap } from '../api/client';
import { session } from '../api/session';
import { useFormat } from '../format/useFormat';
import { showFieldErrors } from '../shell/editing';
import { notifyDone, notifyProblem } from '../shell/notify';
import { FullPageLoader, ProblemAlert } from '../shell/states';
import { homeOf } from './destination';
import { FrontCard } from './FrontCard';
import { useSignIn } from './useSession';

const toggle = { 'aria-label': 'Show or hide the password', tabIndex: 0 };
const FACTOR = ['second-factor'];
const SESSIONS = ['sessions'];

/** A person's second factor, and where they are signed in. */
export function SecurityPage() {
  const signIn = useSignIn();
  const must = signIn.mustSetUpSecondFactor;
  const factor = useQuery({ queryKey: FACTOR, queryFn: () => unwrap(client.GET('/auth/second-factor')) });
  const [codes, setCodes] = useState<string[]>();

  if (factor.isPending) return <FullPageLoader />;
  if (codes) return <ShownOnce codes={codes} onDone={() => setCodes(undefined)} />;
  return (
    <FrontCard title="Security">
      <Stack>
        {factor.isError ? (
          <ProblemAlert error={factor.error} onRetry={() => void factor.refetch()} />
        ) : factor.data.on && must ? (
          <Text>Sign in again, with your second factor, to go on.</Text>
        ) : factor.data.on ? (
          <FactorIsOn left={factor.data.recoveryCodes} required={factor.data.required} onCodes={setCodes} />
        ) : (
          <SetUp must={must} onCodes={setCodes} />
        )}
        {!must && <Sessions />}
        {must ? (
          <Button variant="default" onClick={() => void session.logout().catch(notifyProblem)}>
            Sign out
          </Button>
        ) : (
          <Button component={Link} to={homeOf(signIn)} variant="default">
            Back to the portal
          </Button>
        )}
      </Stack>
    </FrontCard>
  );
}

function SetUp({ must, onCodes }: { must: boolean; onCodes: (codes: string[]) => void }) {
  const form = useForm({ initialValues: { password: '' } });
  const enrol = useMutation({
    mutationFn: (body: typeof form.values) => unwrap(client.POST('/auth/second-factor/enrolment', { body })),
    onError: (error) => showFieldErrors(form, error),
  });
  if (enrol.isSuccess) return <Confirm secret={enrol.data.secret} uri={enrol.data.uri} onCodes={onCodes} />;
  return (
    <form onSubmit={form.onSubmit((values) => enrol.mutate(values))}>
      <Stack>
        {must && (
          <Alert color="yellow" title="A second factor is required here">
            Set it up to go on.
          </Alert>
        )}
        <Title order={2} size="h4">
          Second factor
        </Title>
        <Text>
          A code of an app on your phone, asked for beside the password, keeps out whoever has only that. Any
          authenticator will do.
        </Text>
        {enrol.isError && <ProblemAlert error={enrol.error} title="Not begun" />}
        <PasswordInput
          label="Your password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={toggle}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={enrol.isPending}>
          Set up a second factor
        </Button>
      </Stack>
    </form>
  );
}

function Confirm({ secret, uri, onCodes }: { secret: string; uri: string; onCodes: (codes: string[]) => void }) {
  const queries = useQueryClient();
  const form = useForm({ initialValues: { code: '' } });
  const confirm = useMutation({
    mutationFn: (body: typeof form.values) => unwrap(client.POST('/auth/second-factor/confirmation', { body })),
    onSuccess: async ({ recoveryCodes }) => {
      onCodes(recoveryCodes);
      await session.refresh();
      await queries.invalidateQueries({ queryKey: FACTOR });
    },
    onError: (error) => showFieldErrors(form, error),
  });
  return (
    <form onSubmit={form.onSubmit((values) => confirm.mutate(values))}>
      <Stack>
        <Title order={2} size="h4">
          Scan this with your authenticator
        </Title>
        <QRCodeSVG value={uri} size={200} marginSize={4} title="The secret as a QR code" />
        <Text size="sm">
          Or type this into it: <Code>{secret.replace(/(.{4})(?!$)/g, '$1 ')}</Code>
        </Text>
        {confirm.isError && <ProblemAlert error={confirm.error} title="Not set up" />}
        <TextInput
          label="The code it shows"
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          withAsterisk={false}
          {...form.getInputProps('code')}
        />
        <Button type="submit" loading={confirm.isPending}>
          Finish
        </Button>
      </Stack>
    </form>
  );
}

function ShownOnce({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  return (
    <FrontCard title="Keep these recovery codes">
      <Stack>
        <Text>
          Each of them works once in place of your authenticator, should you lose it. They are not shown again: print
          them, or write them down.
        </Text>
        <List listStyleType="none" aria-label="Recovery codes">
          {codes.map((code) => (
            <List.Item key={code}>
              <Code>{code}</Code>
            </List.Item>
          ))}
        </List>
        <Button onClick={onDone}>I have kept them</Button>
      </Stack>
    </FrontCard>
  );
}

interface FactorIsOnProps {
  left: number;
  required: boolean;
  onCodes: (codes: string[]) => void;
}

function FactorIsOn({ left, required, onCodes }: FactorIsOnProps) {
  const queries = useQueryClient();
  const form = useForm({ initialValues: { password: '', code: '' } });
  const refresh = () => queries.invalidateQueries({ queryKey: FACTOR });
  const renew = useMutation({
    mutationFn: (body: typeof form.values) => unwrap(client.POST('/auth/second-factor/recovery-codes', { body })),
    onSuccess: ({ recoveryCodes }) => {
      onCodes(recoveryCodes);
      return refresh();
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const remove = useMutation({
    mutationFn: (body: typeof form.values) => unwrap(client.POST('/auth/second-factor/removal', { body })),
    onSuccess: () => {
      notifyDone('Your second factor is removed.');
      return refresh();
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const error = renew.error ?? remove.error;
  return (
    <form onSubmit={form.onSubmit((values) => renew.mutate(values))}>
      <Stack>
        <Title order={2} size="h4">
          Second factor
        </Title>
        <Text>Your second factor is set up. {left} recovery codes are left.</Text>
        {error && <ProblemAlert error={error} title="Not done" />}
        <PasswordInput
          label="Your password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={toggle}
          {...form.getInputProps('password')}
        />
        <TextInput
          label="Code"
          autoComplete="one-time-code"
          required
          withAsterisk={false}
          {...form.getInputProps('code')}
        />
        <Button type="submit" variant="default" loading={renew.isPending}>
          New recovery codes
        </Button>
        {!required && (
          <Button
            variant="default"
            color="red"
            loading={remove.isPending}
            onClick={() => remove.mutate(form.values)}
          >
            Remove the second factor
          </Button>
        )}
      </Stack>
    </form>
  );
}

function Sessions() {
  const queries = useQueryClient();
  const format = useFormat();
  const sessions = useQuery({ queryKey: SESSIONS, queryFn: () => unwrap(client.GET('/auth/sessions')) });
  const end = useMutation({
    mutationFn: (id: string) => unwrap(client.DELETE('/auth/sessions/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: SESSIONS }),
    onError: notifyProblem,
  });
  if (!sessions.isSuccess) return null;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        Where you are signed in
      </Title>
      {sessions.data.items.map((one) => (
        <Group key={one.id} justify="space-between" wrap="nowrap" align="flex-start">
          <div style={{ minWidth: 0 }}>
            <Text size="sm" title={one.userAgent}>
              {capitalized(one.browser)}
            </Text>
            <Text size="xs" c="dimmed">
              {one.current ? 'This browser' : format.dateTime(one.lastUsedAt)}
              {one.company ? `, ${one.company}` : ''}
            </Text>
          </div>
          {!one.current && (
            <Button size="xs" variant="default" style={{ flexShrink: 0 }} loading={end.isPending} onClick={() => end.mutate(one.id)}>
              Sign out
            </Button>
          )}
        </Group>
      ))}
    </Stack>
  );
}

function capitalized(text: string) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
