import { Anchor, Button, Center, Divider, Loader, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
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
import { ROLE_NAMES } from './roles';
import { useSession } from './useSession';

export function LoginPage() {
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
    <FrontCard title={choices ? 'Choose a company' : challenge ? 'Second factor' : 'Sign in'} page="Sign in">
      {error !== undefined && <ProblemAlert error={error} title="Not signed in" />}
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
              label="Code"
              description="Of your authenticator, or one of your recovery codes"
              autoComplete="one-time-code"
              required
              withAsterisk={false}
              data-autofocus
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <Button type="submit" loading={sending} fullWidth>
              Go on
            </Button>
            <Button variant="subtle" onClick={startAgain}>
              Back
            </Button>
          </Stack>
        </form>
      ) : arrived ? (
        <Center py="md">
          <Loader aria-label="Signing in" />
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
              label="E-mail"
              type="email"
              autoComplete="username"
              required
              withAsterisk={false}
              {...form.getInputProps('email')}
            />
            <PasswordInput
              label="Password"
              autoComplete="current-password"
              required
              withAsterisk={false}
              visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0 }}
              {...form.getInputProps('password')}
            />
            <Button type="submit" loading={sending} fullWidth>
              Sign in
            </Button>
            <Anchor component={Link} to="/forgot" size="sm">
              Forgot your password?
            </Anchor>
            {provider && (
              <>
                <Divider label="or" />
                <Button variant="default" disabled={sending} onClick={() => void leaveForProvider()} fullWidth>
                  Sign in with {provider}
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
  if (choices.length === 0) {
    return <Text>You belong to no company yet. Ask the company that invited you to add you.</Text>;
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
              {ROLE_NAMES[choice.role]}
            </Text>
          }
          onClick={() => onChoose(choice.customerId)}
        >
          {choice.name}
        </Button>
      ))}
      <Button variant="subtle" onClick={onBack}>
        Back
      </Button>
    </Stack>
  );
}
