import { Badge } from '@mantine/core';

type Tone = 'good' | 'busy' | 'waiting' | 'quiet' | 'bad';

const LOOKS: Record<Tone, { color: string; glyph: string }> = {
  good: { color: 'teal', glyph: '●' },
  busy: { color: 'frost', glyph: '◐' },
  waiting: { color: 'orange', glyph: '▲' },
  quiet: { color: 'gray', glyph: '■' },
  bad: { color: 'red', glyph: '✕' },
};

const STATUSES: Record<string, { name: string; tone: Tone }> = {
  ACTIVE: { name: 'Active', tone: 'good' },
  PAUSED: { name: 'Paused', tone: 'waiting' },
  ARCHIVED: { name: 'Archived', tone: 'quiet' },
  PLANNED: { name: 'Planned', tone: 'waiting' },
  CLOSED: { name: 'Closed', tone: 'quiet' },
  CANCELLED: { name: 'Cancelled', tone: 'quiet' },
  QUEUED: { name: 'Queued', tone: 'waiting' },
  PENDING: { name: 'Waiting', tone: 'waiting' },
  RUNNING: { name: 'Running', tone: 'busy' },
  COMPLETED: { name: 'Completed', tone: 'good' },
  FAILED: { name: 'Failed', tone: 'bad' },
  SKIPPED: { name: 'Skipped', tone: 'quiet' },
  TRIAL: { name: 'Trial', tone: 'waiting' },
  SUSPENDED: { name: 'Suspended', tone: 'bad' },
};

export const statusName = (status: string) => STATUSES[status]?.name ?? status;

/** A status by word, colour and shape. */
export function StatusBadge({ status }: { status: string }) {
  const look = LOOKS[STATUSES[status]?.tone ?? 'quiet'];
  return (
    <Badge
      color={look.color}
      variant="light"
      className="portal-badge"
      leftSection={<span aria-hidden="true">{look.glyph}</span>}
    >
      {statusName(status)}
    </Badge>
  );
}
