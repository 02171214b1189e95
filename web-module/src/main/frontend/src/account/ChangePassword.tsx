import { Button, Modal, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, unwrap } from '../api/client';
import { notifyDone } from '../shell/notify';
import { showFieldErrors } from '../shell/editing';
import { ProblemAlert } from '../shell/states';

export function ChangePassword({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['account', 'shell']);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('menu.password')}
      centered
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <ChangePasswordForm onDone={onClose} />
    </Modal>
  );
}

function ChangePasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('account');
  const toggle = { 'aria-label': t('signIn.showPassword'), tabIndex: 0 };
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '', repeated: '' },
    validate: {
      repeated: (value, values) => (value === values.newPassword ? null : t('password.newDiffer')),
    },
  });
  const change = useMutation({
    mutationFn: ({ currentPassword, newPassword }: typeof form.values) =>
      unwrap(client.POST('/auth/password', { body: { currentPassword, newPassword } })),
    onSuccess: () => {
      notifyDone(t('password.changed'));
      onDone();
    },
    onError: (error) => showFieldErrors(form, error),
  });

  return (
    <form onSubmit={form.onSubmit((values) => change.mutate(values))}>
      <Stack>
        {change.isError && <ProblemAlert error={change.error} title={t('password.notChanged')} />}
        <PasswordInput
          label={t('password.current')}
          autoComplete="current-password"
          required
          visibilityToggleButtonProps={toggle}
          {...form.getInputProps('currentPassword')}
        />
        <PasswordInput
          label={t('password.new')}
          autoComplete="new-password"
          required
          visibilityToggleButtonProps={toggle}
          {...form.getInputProps('newPassword')}
        />
        <PasswordInput
          label={t('password.newAgain')}
          autoComplete="new-password"
          required
          visibilityToggleButtonProps={toggle}
          {...form.getInputProps('repeated')}
        />
        <Button type="submit" loading={change.isPending}>
          {t('menu.password')}
        </Button>
      </Stack>
    </form>
  );
}
