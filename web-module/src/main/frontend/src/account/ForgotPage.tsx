import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { client, unwrap } from '../api/client';
import { showFieldErrors } from '../shell/editing';
import { ProblemAlert } from '../shell/states';
import { FrontCard } from './FrontCard';

/** Where somebody asks for a link by which to choose a new password. Whether there is such an account is not told. */
export function ForgotPage() {
  const { t } = useTranslation('account');
  const form = useForm({ initialValues: { email: '' } });
  const ask = useMutation({
    mutationFn: ({ email }: typeof form.values) => unwrap(client.POST('/auth/password-resets', { body: { email } })),
    onError: (error) => showFieldErrors(form, error),
  });
  if (ask.isSuccess) {
    return (
      <FrontCard title={t('forgot.sentTitle')}>
        <Stack>
          <Text>{t('forgot.sent')}</Text>
          <Text>{t('forgot.noLetter')}</Text>
          <BackToSignIn />
        </Stack>
      </FrontCard>
    );
  }
  return (
    <FrontCard title={t('signIn.forgot')}>
      <form onSubmit={form.onSubmit((values) => ask.mutate({ email: values.email.trim() }))}>
        <Stack>
          {ask.isError && <ProblemAlert error={ask.error} title={t('forgot.notSent')} />}
          <TextInput
            label={t('signIn.email')}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            {...form.getInputProps('email')}
          />
          <Button type="submit" loading={ask.isPending} fullWidth>
            {t('forgot.send')}
          </Button>
          <BackToSignIn />
        </Stack>
      </form>
    </FrontCard>
  );
}

function BackToSignIn() {
  const { t } = useTranslation('account');
  return (
    <Button component={Link} to="/login" variant="default" fullWidth>
      {t('forgot.back')}
    </Button>
  );
}
