import { Alert, Button, Group, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { UseMutationResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
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
  useUnsavedChanges(form.isDirty);
  const submit = (values: Values) =>
    save.mutate(bodyOf(values), {
      onSuccess: (saved) => {
        notifyDone(`${saved.name} is saved.`);
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
          Save
        </Button>
        <Button variant="default" onClick={() => void navigate('..', { relative: 'path' })}>
          Cancel
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
  const problem = asProblem(error);
  if (problem.slug !== 'stale-version') return <ProblemAlert error={error} title="Not saved" />;
  return (
    <Alert color="yellow" title="Somebody else changed this meanwhile" icon={<AlertIcon />} role="alert" mb="md">
      <Text size="sm" mb="xs">
        Your changes are not saved. Load the newer version and make them again, or copy what you typed first: it is
        still in the form.
      </Text>
      <Button size="xs" variant="default" onClick={onReload}>
        Load the newer version
      </Button>
    </Alert>
  );
}

interface DeleteButtonProps<Answer> {
  what: string;
  name: string;
  text: string;
  remove: UseMutationResult<Answer, Error, void>;
  /** What to say of it, if it is not plainly deleted. */
  done?: (answer: Answer) => string;
}

/** Deletes the thing whose page it stands on, if that is really meant, and goes back to the list. */
export function DeleteButton<Answer>({
  what,
  name,
  text,
  remove,
  done = () => `${name} is deleted.`,
}: DeleteButtonProps<Answer>) {
  const navigate = useNavigate();
  const ask = () =>
    confirm({
      title: `Delete this ${what}?`,
      text,
      yes: `Delete ${what}`,
      dangerous: true,
      onYes: () =>
        remove.mutate(undefined, {
          onSuccess: (answer) => {
            notifyDone(done(answer));
            void navigate('..', { relative: 'path', replace: true });
          },
          onError: notifyProblem,
        }),
    });
  return (
    <Button variant="default" leftSection={<TrashIcon />} loading={remove.isPending} onClick={ask}>
      Delete
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
