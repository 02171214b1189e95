import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { client, unwrap } from '../api/client';
import { showFieldErrors } from '../shell/editing';
import { ProblemAlert } from '../shell/states';
import { FrontCard } from './FrontCard';

/** Where somebody asks for a link by which to choose a new password. Whether there is such an account is not told. */
export function ForgotPage() {
  const form = useForm({ initialValues: { email: '' } });
  const ask = useMutation({
    mutationFn: ({ email }: typeof form.values) => unwrap(client.POST('/auth/password-resets', { body: { email } })),
    onError: (error) => showFieldErrors(form, error),
  });
  if (ask.isSuccess) {
    return (
      <FrontCard title="Look into your mail">
        <Stack>
          <Text>
            If this address has an account that is good for it, a letter with a link is on its way. The link works for
            thirty minutes.
          </Text>
          <Text>If no letter comes, ask an administrator of your company.</Text>
          <BackToSignIn />
        </Stack>
      </FrontCard>
    );
  }
  return (
    <FrontCard title="Forgot your password?">
      <form onSubmit={form.onSubmit((values) => ask.mutate({ email: values.email.trim() }))}>
        <Stack>
          {ask.isError && <ProblemAlert error={ask.error} title="Not sent" />}
          <TextInput
            label="E-mail"
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            {...form.getInputProps('email')}
          />
          <Button type="submit" loading={ask.isPending} fullWidth>
            Send me a link
          </Button>
          <BackToSignIn />
        </Stack>
      </form>
    </FrontCard>
  );
}

function BackToSignIn() {
  return (
    <Button component={Link} to="/login" variant="default" fullWidth>
      Back to sign in
    </Button>
  );
}
