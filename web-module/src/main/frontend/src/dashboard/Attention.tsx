import { Anchor, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { mayPlan } from '../account/roles';
import { useCustomer } from '../account/useSession';
import { useFormat } from '../format/useFormat';
import { AlertIcon, CheckIcon } from '../shell/icons';
import { failedReports, invited, type LimitedUse, nearLimits, troubledImports } from './attention';
import { Card } from './Card';
import { useSeason, useTroubles } from './dashboard';
import { waitingOf } from './season';

interface Item {
  text: string;
  /** Below the company's own address. */
  to: string;
}

/** What somebody has to look at, with the way there. */
export function Attention() {
  const { t } = useTranslation('dashboard');
  const { customerId } = useCustomer();
  const season = useSeason();
  const troubles = useTroubles();
  const items = useItems(season.data, troubles.data);
  return (
    <Card
      title={t('attention.title')}
      className="portal-dashboard-now"
      pending={season.isPending || troubles.isPending}
      error={season.error ?? troubles.error}
      onRetry={() => {
        void season.refetch();
        void troubles.refetch();
      }}
    >
      {items.length === 0 && (
        <Group gap="xs">
          <CheckIcon />
          <Text>{t('attention.none')}</Text>
        </Group>
      )}
      <ul className="portal-dashboard-list">
        {items.map(({ text, to }) => (
          <li key={text}>
            <Group gap="xs" wrap="nowrap">
              <AlertIcon />
              <Anchor component={Link} to={`/c/${customerId}/${to}`}>
                {text}
              </Anchor>
            </Group>
          </li>
        ))}
      </ul>
    </Card>
  );
}

type Troubles = NonNullable<ReturnType<typeof useTroubles>['data']>;
type Season = NonNullable<ReturnType<typeof useSeason>['data']>;

function useItems(season?: Season, troubles?: Troubles): Item[] {
  const { t } = useTranslation('dashboard');
  const { role } = useCustomer();
  const format = useFormat();
  const limitText = ({ limit, used, allowed }: LimitedUse & { used: number; allowed: number }) => {
    const key = limit === 'MEMBERS' || limit === 'PROPERTIES' || limit === 'STORAGE_BYTES' ? limit : 'other';
    const write = key === 'STORAGE_BYTES' ? format.bytes : format.number;
    return t(`attention.limit.${key}`, { used: write(used), allowed: write(allowed) });
  };
  const items: Item[] = [];
  const now = Date.now();
  if (season) {
    const { toReview, rejected, late } = waitingOf(season);
    const review = mayPlan(role) ? 'work-logs/review' : 'work-logs?status=COMPLETED';
    if (toReview > 0) {
      items.push({ text: t('attention.toReview', { count: toReview, shown: format.number(toReview) }), to: review });
    }
    if (late > 0) items.push({ text: t('attention.late', { count: late, shown: format.number(late) }), to: review });
    if (rejected > 0) {
      const text = t('attention.rejected', { count: rejected, shown: format.number(rejected) });
      items.push({ text, to: 'work-logs?status=REJECTED' });
    }
  }
  if (troubles) {
    troubledImports(troubles.imports, now).forEach(({ id, status, fileName, rowsRejected }) =>
      items.push({
        text:
          status === 'FAILED'
            ? t('attention.importFailed', { name: fileName })
            : t('attention.importRows', { name: fileName, count: rowsRejected, shown: format.number(rowsRejected) }),
        to: `properties/imports/${id}`,
      }),
    );
    failedReports(troubles.runs, now).forEach(({ startedAt }) =>
      items.push({ text: t('attention.report', { time: format.dateTime(startedAt) }), to: 'reports' }),
    );
    invited(troubles.members).forEach(({ id, displayName }) =>
      items.push({ text: t('attention.invitation', { name: displayName }), to: `members/${id}` }),
    );
    nearLimits(troubles.limits).forEach((limit) => items.push({ text: limitText(limit), to: 'company/usage' }));
  }
  return items;
}
