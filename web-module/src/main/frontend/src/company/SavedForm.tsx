import { Button, Group } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showFieldErrors } from '../shell/editing';
import { notifyDone } from '../shell/notify';
import { ProblemAlert } from '../shell/states';
import { useUnsavedChanges } from '../shell/useUnsavedChanges';

interface SavedFormProps<Values, Body, Saved> {
  form: UseFormReturnType<Values>;
  save: UseMutationResult<Saved, Error, Body>;
  bodyOf: (values: Values) => Body;
  done: string;
  children: ReactNode;
}

/** A form that stays on its page when it is saved. */
export function SavedForm<Values, Body, Saved>({ form, save, bodyOf, done, children }: SavedFormProps<Values, Body, Saved>) {
  const { t } = useTranslation();
  useUnsavedChanges(form.isDirty);
  const submit = (values: Values) =>
    save.mutate(bodyOf(values), {
      onSuccess: () => {
        form.resetDirty(values);
        notifyDone(done);
      },
      onError: (error) => showFieldErrors(form, error),
    });
  return (
    <form onSubmit={form.onSubmit(submit)}>
      {save.isError && <ProblemAlert error={save.error} title={t('notSaved')} />}
      {children}
      <Group mt="md">
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
      </Group>
    </form>
  );
}
