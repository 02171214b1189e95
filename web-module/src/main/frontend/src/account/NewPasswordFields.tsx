import { PasswordInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';

const toggle = { 'aria-label': 'Show or hide the password', tabIndex: 0 };

export const sameTwice = (value: string, values: { password: string }) =>
  value === values.password ? null : 'The two passwords differ.';

/** A first or new password, typed twice. */
export function NewPasswordFields<Values extends { password: string; repeated: string }>({
  form,
}: {
  form: UseFormReturnType<Values>;
}) {
  return (
    <>
      <PasswordInput
        label="Password"
        description="At least 12 characters"
        autoComplete="new-password"
        required
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps('password')}
      />
      <PasswordInput
        label="Password again"
        autoComplete="new-password"
        required
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps('repeated')}
      />
    </>
  );
}
