import { PasswordInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { t } from 'i18next';
import { useTranslation } from 'react-i18next';

export const sameTwice = (value: string, values: { password: string }) =>
  value === values.password ? null : t('account:password.differ');

/** A first or new password, typed twice. */
export function NewPasswordFields<Values extends { password: string; repeated: string }>({
  form,
}: {
  form: UseFormReturnType<Values>;
}) {
  const { t } = useTranslation('account');
  const toggle = { 'aria-label': t('signIn.showPassword'), tabIndex: 0 };
  return (
    <>
      <PasswordInput
        label={t('signIn.password')}
        description={t('password.length')}
        autoComplete="new-password"
        required
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps('password')}
      />
      <PasswordInput
        label={t('password.again')}
        autoComplete="new-password"
        required
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps('repeated')}
      />
    </>
  );
}
