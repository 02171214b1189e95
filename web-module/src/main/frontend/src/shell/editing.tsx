import { Alert, Button, Group, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useRef } from 'react';
import { asProblem } from '../api/problem';
import { AlertIcon } from './icons';
import { ProblemAlert } from './states';

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
export function SaveProblem({ error, onReload }: SaveProblemProps) {
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

export function FormActions({ saving, onCancel }: { saving: boolean; onCancel: () => void }) {
  return (
    <Group mt="lg">
      <Button type="submit" loading={saving}>
        Save
      </Button>
      <Button variant="default" onClick={onCancel}>
        Cancel
      </Button>
    </Group>
  );
}

/** An empty optional field is not sent at all. */
export function optionalText(value: string): string | undefined {
  return value.trim() || undefined;
}

export function optionalNumber(value: number | string): number | undefined {
  return value === '' || Number.isNaN(Number(value)) ? undefined : Number(value);
}
