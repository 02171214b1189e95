import { Alert, Button, Group, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { UseMutationResult } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { asProblem } from '../api/problem';
import { ownerKeyOf, session } from '../api/session';
import { confirm } from './confirm';
import { Drafts } from './drafts';
import { AlertIcon, TrashIcon } from './icons';
import { same } from './merge';
import { MergeView } from './MergeView';
import { notifyDone, notifyProblem } from './notify';
import { ProblemAlert } from './states';
import { useUnsavedChanges } from './useUnsavedChanges';

interface EditFormProps<Values, Body, Saved> {
  form: UseFormReturnType<Values>;
  save: UseMutationResult<Saved, Error, Body>;
  bodyOf: (values: Values) => Body;
  /** What is stored now, of what the form changes; a newer version that arrives is merged with what was typed. */
  stored?: Values;
  /** What the form calls its fields. */
  names: Record<keyof Values, string>;
  /** How a field's value is written, where that is not the value itself. */
  written?: (field: keyof Values, value: Values[keyof Values]) => string;
  /** The fields that problems are about which name none, by the problems' slugs. */
  fieldOf?: Record<string, keyof Values & string>;
  /** Loads what is stored now. */
  onReload?: () => void;
  children: ReactNode;
}

/** A form that makes or changes one thing of the list it goes back to. */
export function EditForm<Values extends object, Body, Saved extends { name: string }>({
  form,
  save,
  bodyOf,
  stored,
  names,
  written,
  fieldOf = {},
  onReload = () => undefined,
  children,
}: EditFormProps<Values, Body, Saved>) {
  const navigate = useNavigate();
  const { t } = useTranslation();
  const draft = useDraft(form);
  const { base, newer, accept } = useNewer(form, draft.there ? stored : undefined, draft.base);
  useUnsavedChanges(form.isDirty, draft.drop);

  const submit = (values: Values) =>
    save.mutate(bodyOf(values), {
      onSuccess: (saved) => {
        draft.drop();
        notifyDone(t('saved', { name: saved.name }));
        void navigate('..', { relative: 'path', replace: true });
      },
      onError: (error) => {
        showFieldErrors(form, error);
        const { slug, message } = asProblem(error);
        if (fieldOf[slug]) form.setFieldError(fieldOf[slug], message);
        if (slug === STALE) onReload();
      },
    });

  return (
    <form onSubmit={form.onSubmit(submit)}>
      {newer ? (
        <MergeView
          base={base}
          mine={form.values}
          theirs={newer}
          names={names}
          written={written}
          onMerged={(values) => {
            accept(values);
            submit(values);
          }}
        />
      ) : (
        <SaveProblem error={save.error} />
      )}
      {draft.restored && !newer && <RestoredDraft onDiscard={draft.discard} />}
      {children}
      <Group mt="lg">
        <Button type="submit" loading={save.isPending} disabled={newer !== undefined}>
          {t('save')}
        </Button>
        <Button variant="default" onClick={() => void navigate('..', { relative: 'path' })}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  );
}

/** What the server says of a change that was made of an older version than is stored. */
export const STALE = 'stale-version';

/** Keeps what is typed as a draft of this page, and brings it back. */
function useDraft<Values extends object>(form: UseFormReturnType<Values>) {
  const drafts = useMemo(() => new Drafts(ownerKeyOf(session.current())), []);
  const { pathname } = useLocation();
  const [found] = useState(() => drafts.of<Values>(pathname));
  const [restored, setRestored] = useState(found !== undefined);
  const [there, setThere] = useState(found === undefined);
  const initial = useRef(form.values);
  const base = found?.base ?? initial.current;

  const { setValues } = form;
  useEffect(() => {
    if (found) setValues(found.values);
    setThere(true);
  }, [found, setValues]);

  const { values } = form;
  const dirty = form.isDirty();
  useEffect(() => {
    if (dirty) drafts.keep(pathname, { base, values });
  }, [drafts, pathname, base, values, dirty]);

  const drop = useCallback(() => drafts.drop(pathname), [drafts, pathname]);
  const discard = () => {
    form.reset();
    setRestored(false);
    drop();
  };
  return { base, restored, there, drop, discard };
}

/** Notices that something newer is stored than the form was filled from; an untouched form just shows it. */
export function useNewer<Values extends object>(
  form: UseFormReturnType<Values>,
  stored: Values | undefined,
  filledFrom: Values,
) {
  const [base, setBase] = useState(filledFrom);
  const isNewer = stored !== undefined && !same(stored, base);
  const untouched = same(form.values, base) || same(form.values, stored);
  const accept = (values: Values) => {
    form.setInitialValues(stored!);
    form.setValues(values);
    setBase(stored!);
  };
  useEffect(() => {
    if (isNewer && untouched) accept(stored);
  });
  return { base, newer: isNewer && !untouched ? stored : undefined, accept };
}

function RestoredDraft({ onDiscard }: { onDiscard: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert color="frost" title={t('draft.title')} icon={<AlertIcon />} role="status" mb="md">
      <Text size="sm" mb="xs">
        {t('draft.text')}
      </Text>
      <Button size="xs" variant="default" onClick={onDiscard}>
        {t('draft.discard')}
      </Button>
    </Alert>
  );
}

/** Puts the messages of a problem at the fields they name. */
export function showFieldErrors<T>(form: UseFormReturnType<T>, error: unknown): void {
  const fields = Object.fromEntries(
    asProblem(error).errors.map(({ field, message }) => [field.split('.').pop() ?? field, message]),
  );
  form.setErrors(fields);
}

/** What stands above a form whose save failed. */
export function SaveProblem({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed may be far below.
  useEffect(() => {
    if (error) place.current?.scrollIntoView({ block: 'center' });
  }, [error]);
  return (
    <div ref={place}>
      {Boolean(error) && (
        <ProblemAlert error={error} title={t('notSaved')}>
          {asProblem(error).slug === STALE && <Text size="sm">{t('merge.loading')}</Text>}
        </ProblemAlert>
      )}
    </div>
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
  /** Where the list is, seen from the page; above it if nothing is said. */
  list?: string;
}

/** Deletes the thing whose page it stands on, if that is really meant, and goes back to the list. */
export function DeleteButton<Answer>({
  name,
  question,
  yes,
  text,
  remove,
  done,
  list = '..',
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
            void navigate(list, { relative: 'path', replace: true });
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
