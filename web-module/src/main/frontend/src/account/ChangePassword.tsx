import { Button, Modal, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { client, unwrap } from '../api/client';
import { notifyDone } from '../shell/notify';
import { showFieldErrors } from '../shell/editing';
import { ProblemAlert } from '../shell/states';

const toggle = { 'aria-label': 'Show or hide the password', tabIndex: 0 };

export function ChangePassword({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Change password"
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <ChangePasswordForm onDone={onClose} />
    </Modal>
  );
}

function ChangePasswordForm({ onDone }: { onDone: () => void }) {
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '', repeated: '' },
    validate: {
      repeated: (value, values) => (value === values.newPassword ? null : 'The two new passwords differ.'),
    },
  });
  const change = useMutation({
    mutationFn: ({ currentPassword, newPassword }: typeof form.values) =>
      unwrap(client.POST('/auth/password', { body: { currentPassword, newPassword } })),
    onSuccess: () => {
      notifyDone('Your password is changed.');
      onDone();
    },
    onError: (error) => showFieldErrors(form, error),
  });

  return (
    <form onSubmit={form.onSubmit((values) => change.mutate(values))}>
      <Stack>
        {change.isError && <ProblemAlert error={change.error} title="Not changed" />}
        <PasswordInput
          label="Current password"
          autoComplete="current-password"
          required
          visibilityToggleButtonProps={toggle}
          {...form.getInputProps('currentPassword')}
        />
        <PasswordInput
          label="New password"
          autoComplete="new-password"
          required
          visibilityToggleButtonProps={toggle}
          {...form.getInputProps('newPassword')}
        />
        <PasswordInput
          label="New password again"
          autoComplete="new-password"
          required
          visibilityToggleButtonProps={toggle}
          {...form.getInputProps('repeated')}
        />
        <Button type="submit" loading={change.isPending}>
          Change password
        </Button>
      </Stack>
    </form>
  );
}
