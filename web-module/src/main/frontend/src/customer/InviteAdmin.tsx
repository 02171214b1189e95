import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../api/types';
import { showFieldErrors } from '../shell/editing';
import { ProblemAlert } from '../shell/states';
import { Surface } from '../shell/Surface';
import { useInviteAdmin } from './customers';
import { InvitedAdmin } from './InvitedAdmin';

/** Invites the first administrator again, when the address was wrong or the link is too old. */
export function InviteAdmin({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customer');
  const invite = useInviteAdmin(customer.customerId);
  const form = useForm({ initialValues: { email: '', displayName: '' } });
  return (
    <Surface mt="md">
      <form
        onSubmit={form.onSubmit((values) =>
          invite.mutate(values, { onError: (error) => showFieldErrors(form, error) }),
        )}
      >
        <Stack>
          <div>
            <Title order={2} size="h4">
              {t('admin.title')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('admin.hint')}
            </Text>
          </div>
          {invite.isError && <ProblemAlert error={invite.error} title={t('admin.failed')} />}
          {invite.data && <InvitedAdmin admin={invite.data} />}
          <Group align="flex-start">
            <TextInput label={t('admin.email')} type="email" required {...form.getInputProps('email')} />
            <TextInput label={t('admin.displayName')} required {...form.getInputProps('displayName')} />
          </Group>
          <Group>
            <Button type="submit" variant="default" loading={invite.isPending}>
              {t('admin.invite')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Surface>
  );
}
