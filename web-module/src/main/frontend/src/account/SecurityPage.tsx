import { Alert, Button, Code, Group, List, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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

const FACTOR = ['second-factor'];
const SESSIONS = ['sessions'];

/** A person's second factor, and where they are signed in. */
export function SecurityPage() {
  const { t } = useTranslation('account');
  const signIn = useSignIn();
  const must = signIn.mustSetUpSecondFactor;
  const factor = useQuery({ queryKey: FACTOR, queryFn: () => unwrap(client.GET('/auth/second-factor')) });
  const [codes, setCodes] = useState<string[]>();

  if (factor.isPending) return <FullPageLoader />;
  if (codes) return <ShownOnce codes={codes} onDone={() => setCodes(undefined)} />;
  return (
    <FrontCard title={t('menu.security')}>
      <Stack>
        {factor.isError ? (
          <ProblemAlert error={factor.error} onRetry={() => void factor.refetch()} />
        ) : factor.data.on && must ? (
          <Text>{t('security.again')}</Text>
        ) : factor.data.on ? (
          <FactorIsOn left={factor.data.recoveryCodes} required={factor.data.required} onCodes={setCodes} />
        ) : (
          <SetUp must={must} onCodes={setCodes} />
        )}
        {!must && <Sessions />}
        {must ? (
          <Button variant="default" onClick={() => void session.logout().catch(notifyProblem)}>
            {t('menu.signOut')}
          </Button>
        ) : (
          <Button component={Link} to={homeOf(signIn)} variant="default">
            {t('security.back')}
          </Button>
        )}
      </Stack>
    </FrontCard>
  );
}

function SetUp({ must, onCodes }: { must: boolean; onCodes: (codes: string[]) => void }) {
  const { t } = useTranslation('account');
  const toggle = useToggle();
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
          <Alert color="yellow" title={t('security.required')}>
            {t('security.mustSetUp')}
          </Alert>
        )}
        <Title order={2} size="h4">
          {t('signIn.secondFactor')}
        </Title>
        <Text>{t('security.why')}</Text>
        {enrol.isError && <ProblemAlert error={enrol.error} title={t('security.notBegun')} />}
        <PasswordInput
          label={t('security.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={toggle}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={enrol.isPending}>
          {t('security.setUp')}
        </Button>
      </Stack>
    </form>
  );
}

function Confirm({ secret, uri, onCodes }: { secret: string; uri: string; onCodes: (codes: string[]) => void }) {
  const { t } = useTranslation('account');
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
          {t('security.scan')}
        </Title>
        <QRCodeSVG value={uri} size={200} marginSize={4} title={t('security.qr')} />
        <Text size="sm">
          {t('security.orType')} <Code>{secret.replace(/(.{4})(?!$)/g, '$1 ')}</Code>
        </Text>
        {confirm.isError && <ProblemAlert error={confirm.error} title={t('security.notSetUp')} />}
        <TextInput
          label={t('security.shownCode')}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          withAsterisk={false}
          {...form.getInputProps('code')}
        />
        <Button type="submit" loading={confirm.isPending}>
          {t('security.finish')}
        </Button>
      </Stack>
    </form>
  );
}

function ShownOnce({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = useTranslation('account');
  return (
    <FrontCard title={t('security.keepTitle')}>
      <Stack>
        <Text>{t('security.keep')}</Text>
        <List listStyleType="none" aria-label={t('security.codes')}>
          {codes.map((code) => (
            <List.Item key={code}>
              <Code>{code}</Code>
            </List.Item>
          ))}
        </List>
        <Button onClick={onDone}>{t('security.kept')}</Button>
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
  const { t } = useTranslation('account');
  const toggle = useToggle();
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
      notifyDone(t('security.removed'));
      return refresh();
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const error = renew.error ?? remove.error;
  return (
    <form onSubmit={form.onSubmit((values) => renew.mutate(values))}>
      <Stack>
        <Title order={2} size="h4">
          {t('signIn.secondFactor')}
        </Title>
        <Text>
          {t('security.isOn')} {t('security.left', { count: left })}
        </Text>
        {error && <ProblemAlert error={error} title={t('security.notDone')} />}
        <PasswordInput
          label={t('security.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={toggle}
          {...form.getInputProps('password')}
        />
        <TextInput
          label={t('signIn.code')}
          autoComplete="one-time-code"
          required
          withAsterisk={false}
          {...form.getInputProps('code')}
        />
        <Button type="submit" variant="default" loading={renew.isPending}>
          {t('security.newCodes')}
        </Button>
        {!required && (
          <Button
            variant="default"
            color="red"
            loading={remove.isPending}
            onClick={() => remove.mutate(form.values)}
          >
            {t('security.remove')}
          </Button>
        )}
      </Stack>
    </form>
  );
}

function Sessions() {
  const { t } = useTranslation('account');
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
        {t('security.sessions')}
      </Title>
      {sessions.data.items.map((one) => (
        <Group key={one.id} justify="space-between" wrap="nowrap" align="flex-start">
          <div style={{ minWidth: 0 }}>
            <Text size="sm" title={one.userAgent}>
              {capitalized(one.browser)}
            </Text>
            <Text size="xs" c="dimmed">
              {one.current ? t('security.thisBrowser') : format.dateTime(one.lastUsedAt)}
              {one.company ? `, ${one.company}` : ''}
            </Text>
          </div>
          {!one.current && (
            <Button size="xs" variant="default" style={{ flexShrink: 0 }} loading={end.isPending} onClick={() => end.mutate(one.id)}>
              {t('menu.signOut')}
            </Button>
          )}
        </Group>
      ))}
    </Stack>
  );
}

/** Whether the password is to be seen. */
function useToggle() {
  const { t } = useTranslation('account');
  return { 'aria-label': t('signIn.showPassword'), tabIndex: 0 };
}

function capitalized(text: string) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
