import { Anchor, Button, Center, Divider, Loader, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { asProblem } from '../api/problem';
import { session } from '../api/session';
import type { Membership, SignIn } from '../api/types';
import { useUiConfig } from '../api/uiConfig';
import { ProblemAlert } from '../shell/states';
import { customerOf, destinationOf } from './destination';
import { FrontCard } from './FrontCard';
import { joinedCompany } from './joined';
import { providerProblem } from './providerProblem';
import { useSession } from './useSession';

export function LoginPage() {
  const { t } = useTranslation('account');
  const [params, setParams] = useSearchParams();
  const next = params.get('next');
  const problem = params.get('problem');
  const provider = useUiConfig().data?.signInProvider;
  const state = useSession();
  const form = useForm({ initialValues: { email: '', password: '' } });
  const [challenge, setChallenge] = useState<string>();
  const [code, setCode] = useState('');
  const [choices, setChoices] = useState<Membership[]>();
  const [error, setError] = useState<unknown>(() => (problem === null ? undefined : providerProblem(problem)));
  const [sending, setSending] = useState(false);
  const [arrived, setArrived] = useState(params.get('by') === 'provider');
  const arriving = useRef(false);

  useEffect(() => {
    if (!arrived || arriving.current) return;
    arriving.current = true;
    void signIn();
  });

  if (state.phase === 'signedIn') return <Navigate to={destinationOf(state.signIn, next)} replace />;

  async function signIn(customerId?: string): Promise<void> {
    setError(undefined);
    setSending(true);
    try {
      const answer = await login(customerId);
      const waitsForCode = answer.secondFactor !== undefined && challenge === undefined;
      setChallenge(answer.secondFactor?.challenge);
      if (!answer.accessToken && !waitsForCode) setChoices(answer.memberships);
    } catch (failure) {
      setError(failure);
      setChoices(undefined);
      setCode('');
      if (challenge === undefined) setArrived(false);
    } finally {
      setSending(false);
    }
  }

  /** To the company that was chosen, or that the address names or this browser joined, if the person is of it. */
  async function login(chosen?: string): Promise<SignIn> {
    const likely = chosen ?? (next ? customerOf(next) : undefined) ?? joinedCompany();
    try {
      return await step(likely);
    } catch (failure) {
      if (chosen || !likely || asProblem(failure).slug !== 'forbidden') throw failure;
      return step();
    }
  }

  /** By what is known so far: the password, then the second factor of those who have one. */
  function step(customerId?: string): Promise<SignIn> {
    if (challenge !== undefined) return session.showFactor(challenge, choices ? undefined : code, customerId);
    if (arrived) return session.arriveFromProvider(customerId);
    return session.login(form.values.email.trim(), form.values.password, customerId);
  }

  async function leaveForProvider(): Promise<void> {
    setError(undefined);
    setSending(true);
    try {
      window.location.assign(await session.leaveForProvider(next ?? undefined));
    } catch (failure) {
      setError(failure);
      setSending(false);
    }
  }

  function startAgain(): void {
    setArrived(false);
    setParams(next ? { next } : {}, { replace: true });
    setChoices(undefined);
    setChallenge(undefined);
    setCode('');
    setError(undefined);
  }

  return (
    <FrontCard title={choices ? t('signIn.chooseCompany') : challenge ? t('signIn.secondFactor') : t('signIn.title')}
      page={t('signIn.title')}
    >
      {error !== undefined && <ProblemAlert error={error} title={t('signIn.failed')} />}
      {choices ? (
        <CompanyChoice
          choices={choices}
          sending={sending}
          onChoose={(customerId) => void signIn(customerId)}
          onBack={startAgain}
        />
      ) : challenge ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void signIn();
          }}
        >
          <Stack>
            <TextInput
              label={t('signIn.code')}
              description={t('signIn.codeHint')}
              autoComplete="one-time-code"
              required
              withAsterisk={false}
              data-autofocus
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <Button type="submit" loading={sending} fullWidth>
              {t('signIn.goOn')}
            </Button>
            <Button variant="subtle" onClick={startAgain}>
              {t('signIn.back')}
            </Button>
          </Stack>
        </form>
      ) : arrived ? (
        <Center py="md">
          <Loader aria-label={t('signIn.going')} />
        </Center>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void signIn();
          }}
        >
          <Stack>
            <TextInput
              label={t('signIn.email')}
              type="email"
              autoComplete="username"
              required
              withAsterisk={false}
              {...form.getInputProps('email')}
            />
            <PasswordInput
              label={t('signIn.password')}
              autoComplete="current-password"
              required
              withAsterisk={false}
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword'), tabIndex: 0 }}
              {...form.getInputProps('password')}
            />
            <Button type="submit" loading={sending} fullWidth>
              {t('signIn.submit')}
            </Button>
            <Anchor component={Link} to="/forgot" size="sm">
              {t('signIn.forgot')}
            </Anchor>
            {provider && (
              <>
                <Divider label={t('signIn.or')} />
                <Button variant="default" disabled={sending} onClick={() => void leaveForProvider()} fullWidth>
                  {t('signIn.byProvider', { provider })}
                </Button>
              </>
            )}
          </Stack>
        </form>
      )}
    </FrontCard>
  );
}

interface CompanyChoiceProps {
  choices: Membership[];
  sending: boolean;
  onChoose: (customerId: string) => void;
  onBack: () => void;
}

function CompanyChoice({ choices, sending, onChoose, onBack }: CompanyChoiceProps) {
  const { t } = useTranslation('account');
  if (choices.length === 0) {
    return <Text>{t('signIn.noCompany')}</Text>;
  }
  return (
    <Stack gap="xs">
      {choices.map((choice) => (
        <Button
          key={choice.customerId}
          variant="default"
          justify="space-between"
          size="md"
          disabled={sending}
          rightSection={
            <Text size="sm" c="dimmed">
              {t(`role.${choice.role}`)}
            </Text>
          }
          onClick={() => onChoose(choice.customerId)}
        >
          {choice.name}
        </Button>
      ))}
      <Button variant="subtle" onClick={onBack}>
        {t('signIn.back')}
      </Button>
    </Stack>
  );
}
