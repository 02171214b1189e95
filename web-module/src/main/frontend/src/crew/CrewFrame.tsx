import './crew.css';
import { Button, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useOutletContext, useSearchParams } from 'react-router';
import { useCustomer } from '../account/useSession';
import type { Format } from '../format/format';
import { useFormat } from '../format/useFormat';
import type { Owner } from '../api/session';
import type { WinterEvent } from '../api/types';
import { AlertIcon, CheckIcon, ChevronIcon, UploadIcon } from '../shell/icons';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState, ListSkeleton, ProblemAlert } from '../shell/states';
import { type Entry, isUnsent } from './entries';
import { installWorker } from './install';
import { outbox } from './outbox';
import { useElsewhere, useEntries, useOwner, useWork } from './useCrew';
import type { WorkAtHand } from './work';

/** What every page of the crew is about. */
export interface Crew {
  owner: Owner;
  work: WorkAtHand;
  entries: Entry[];
  /** The active event that is worked for; the first, if none was chosen. */
  event?: WinterEvent;
}

export const useCrew = () => useOutletContext<Crew>();

/** The address of one of the crew's pages, with what was chosen. */
export function useCrewPath(): (page?: string) => string {
  const { customerId } = useCustomer();
  const [params] = useSearchParams();
  const chosen = new URLSearchParams(['event', 'route'].flatMap((name) => params.getAll(name).map((id) => [name, id])));
  const search = chosen.size > 0 ? `?${chosen.toString()}` : '';
  return (page) => `/c/${customerId}/crew${page ? `/${page}` : ''}${search}`;
}

/** Around every page of the crew: whether there is network, how old what is shown is, and what waits to be sent. */
export function CrewFrame() {
  const { t } = useTranslation('crew');
  const owner = useOwner();
  const entries = useEntries(owner);
  const { work, isLoading, isOnline, error, refresh } = useWork(owner, entries);
  const elsewhere = useElsewhere(entries);
  const [params] = useSearchParams();

  useEffect(() => {
    outbox.start();
    installWorker();
  }, []);

  if (!work && isLoading) return <ListSkeleton />;
  const event = work && (work.events.find((each) => each.id === params.get('event')) ?? work.events[0]);
  return (
    <div className="crew">
      {error && <ProblemAlert error={error} onRetry={refresh} />}
      <Strip entries={entries} isOnline={isOnline} asOf={work?.asOf} onRefresh={refresh} />
      {elsewhere.map(([company, count]) => (
        <Text key={company} size="sm" role="status">
          {t('unsent.elsewhere', { count, company })}
        </Text>
      ))}
      {work ? (
        <Outlet context={{ owner, work, entries, event } satisfies Crew} />
      ) : (
        <>
          <PageHeader title={t('title')} />
          {!error && <EmptyState title={t('empty.offline')}>{t('empty.offlineText')}</EmptyState>}
        </>
      )}
    </div>
  );
}

const isToday = (iso: string, format: Format) => format.date(iso) === format.date(new Date().toISOString());

interface StripProps {
  entries: Entry[];
  isOnline: boolean;
  asOf?: string;
  onRefresh: () => void;
}

function Strip({ entries, isOnline, asOf, onRefresh }: StripProps) {
  const { t } = useTranslation('crew');
  const format = useFormat();
  const path = useCrewPath();
  const refused = entries.filter((entry) => entry.state === 'refused').length;
  const waiting = entries.filter((entry) => isUnsent(entry) && entry.state !== 'refused').length;
  const said = [
    refused > 0 && t('unsent.refused', { count: refused }),
    waiting > 0 && t('unsent.waiting', { count: waiting }),
  ].filter(Boolean);
  const Icon = refused > 0 ? AlertIcon : waiting > 0 ? UploadIcon : CheckIcon;
  return (
    <>
      <div role="status">
        {!isOnline && (
          <Text size="sm" fw={600}>
            {t('offline')}
          </Text>
        )}
      </div>
      <div className="crew-actions-row">
        <Link to={path('entries')} className="crew-strip" data-bad={refused > 0}>
          <Icon size={22} />
          <Text component="span" fw={600} style={{ flex: 1 }}>
            {said.length > 0 ? said.join(' · ') : t('unsent.all')}
            {asOf && (
              <Text component="span" display="block" size="xs" c="dimmed" fw={400}>
                {t('asOf', { time: isToday(asOf, format) ? format.time(asOf) : format.dateTime(asOf) })}
              </Text>
            )}
          </Text>
          <span style={{ transform: 'rotate(-90deg)' }}>
            <ChevronIcon />
          </span>
        </Link>
        <Button variant="default" className="crew-button" style={{ flex: 'none' }} onClick={onRefresh}>
          {t('refresh')}
        </Button>
      </div>
    </>
  );
}
