import i18next, { t } from 'i18next';
import { confirm } from '../shell/confirm';
import { crewStore } from './store';

/** Signs out; who has unsent entries on this device is told first that they stay here. */
export async function askBeforeSignOut(accountId: string, signOut: () => void): Promise<void> {
  // A browser that keeps nothing has nothing unsent.
  const unsent = await crewStore.unsentOf(accountId).catch(() => new Map<string, number>());
  const count = [...unsent.values()].reduce((sum, each) => sum + each, 0);
  if (count === 0) return signOut();
  await i18next.loadNamespaces('crew');
  confirm({
    title: t('crew:signOut.title', { count }),
    text: t('crew:signOut.text'),
    yes: t('crew:signOut.yes'),
    no: t('crew:signOut.no'),
    onYes: signOut,
  });
}
