import { Alert, Button, Group, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { UseMutationResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { asProblem } from '../api/problem';
import { confirm } from './confirm';
import { AlertIcon, TrashIcon } from './icons';
import { notifyDone, notifyProblem } from './notify';
import { ProblemAlert } from './states';
import { useUnsavedChanges } from './useUnsavedChanges';

interface EditFormProps<Values, Body, Saved> {
  form: UseFormReturnType<Values>;
  save: UseMutationResult<Saved, Error, Body>;
  bodyOf: (values: Values) => Body;
  onReload?: () => void;
  children: ReactNode;
}

/** A form that makes or changes one thing of the list it goes back to. */
export function EditForm<Values, Body, Saved extends { name: string }>({
  form,
  save,
  bodyOf,
  onReload = () => undefined,
  children,
}: EditFormProps<Values, Body, Saved>) {
  const navigate = useNavigate();
  const { t } = useTranslation();
  useUnsavedChanges(form.isDirty);
  const submit = (values: Values) =>
    save.mutate(bodyOf(values), {
      onSuccess: (saved) => {
        notifyDone(t('saved', { name: saved.name }));
        void navigate('..', { relative: 'path', replace: true });
      },
      onError: (error) => showFieldErrors(form, error),
    });
  return (
    <form onSubmit={form.onSubmit(submit)}>
      <SaveProblem error={save.error} onReload={onReload} />
      {children}
      <Group mt="lg">
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
        <Button variant="default" onClick={() => void navigate('..', { relative: 'path' })}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  );
}

/** Puts the messages of a problem at the fields they name. */
export function showFieldErrors<T>(form: UseFormReturnType<T>, error: unknown): void {
  const fields = Object.fromEntries(
    asProblem(error).errors.map(({ field, message }) => [field.split('.').pop() ?? field, message]),
  );
  form.setErrors(fields);
}

interface SaveProblemProps {
  error: unknown;
  onReload: () => void;
}

/** What stands above a form whose save failed. A lost race offers the newer version; nothing typed is lost before. */
function SaveProblem({ error, onReload }: SaveProblemProps) {
  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed may be far below.
  useEffect(() => {
    if (error) place.current?.scrollIntoView({ block: 'center' });
  }, [error]);
  return <div ref={place}>{Boolean(error) && <SaveProblemAlert error={error} onReload={onReload} />}</div>;
}

function SaveProblemAlert({ error, onReload }: SaveProblemProps) {
  const { t } = useTranslation();
  const problem = asProblem(error);
  if (problem.slug !== 'stale-version') return <ProblemAlert error={error} title={t('notSaved')} />;
  return (
    <Alert color="yellow" title={t('stale.title')} icon={<AlertIcon />} role="alert" mb="md">
      <Text size="sm" mb="xs">
        {t('stale.text')}
      </Text>
      <Button size="xs" variant="default" onClick={onReload}>
        {t('stale.load')}
      </Button>
    </Alert>
  );
}

interface DeleteButtonProps<Answer> {
  name: string;
  question: string;
  yes: string;
  text: string;
  remove: UseMutationResult<Answer, Error, void>;
  /** What to say of it, if it is not plainly deleted. */
  done?: (answer: Answer) => string;
}

/** Deletes the thing whose page it stands on, if that is really meant, and goes back to the list. */
export function DeleteButton<Answer>({
  name,
  question,
  yes,
  text,
  remove,
  done,
}: DeleteButtonProps<Answer>) {
  const navigate = useNavigate();
  const { t } = useTranslation();
  const ask = () =>
    confirm({
      title: question,
      text,
      yes,
      dangerous: true,
      onYes: () =>
        remove.mutate(undefined, {
          onSuccess: (answer) => {
            notifyDone(done?.(answer) ?? t('deleted', { name }));
            void navigate('..', { relative: 'path', replace: true });
          },
          onError: notifyProblem,
        }),
    });
  return (
    <Button variant="default" leftSection={<TrashIcon />} loading={remove.isPending} onClick={ask}>
      {t('delete')}
    </Button>
  );
}

/** An empty optional field is not sent at all. */
export function optionalText(value: string): string | undefined {
  return value.trim() || undefined;
}

export function optionalNumber(value: number | string): number | undefined {
  return value === '' || Number.isNaN(Number(value)) ? undefined : Number(value);
}
