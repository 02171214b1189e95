import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBeforeUnload, useBlocker } from 'react-router';
import { confirm } from './confirm';

/**
 * Asks before a form with changes is left: by a link, the back button, or closing the tab. Where the portal itself goes
 * after saving or deleting, it replaces the form's place in the history, and nobody is asked.
 */
export function useUnsavedChanges(isDirty: () => boolean, onLeave?: () => void): void {
  const { t } = useTranslation();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation, historyAction }) =>
      historyAction !== 'REPLACE' && currentLocation.pathname !== nextLocation.pathname && isDirty(),
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    confirm({
      title: t('unsaved.title'),
      text: t('unsaved.text'),
      yes: t('unsaved.leave'),
      no: t('unsaved.stay'),
      dangerous: true,
      onYes: () => {
        onLeave?.();
        blocker.proceed();
      },
      onNo: () => blocker.reset(),
    });
  }, [blocker, t, onLeave]);
  useBeforeUnload(
    useCallback(
      (event) => {
        if (isDirty()) event.preventDefault();
      },
      [isDirty],
    ),
  );
}
