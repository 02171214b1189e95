import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type words from './words.en.json';

type Status = keyof typeof words.status;
type Tone = 'good' | 'busy' | 'waiting' | 'quiet' | 'bad';

const LOOKS: Record<Tone, { color: string; glyph: string }> = {
  good: { color: 'teal', glyph: '●' },
  busy: { color: 'frost', glyph: '◐' },
  waiting: { color: 'orange', glyph: '▲' },
  quiet: { color: 'gray', glyph: '■' },
  bad: { color: 'red', glyph: '✕' },
};

const TONES: Record<Status, Tone> = {
  ACTIVE: 'good',
  PAUSED: 'waiting',
  ARCHIVED: 'quiet',
  PLANNED: 'waiting',
  CLOSED: 'quiet',
  CANCELLED: 'quiet',
  QUEUED: 'waiting',
  PENDING: 'waiting',
  RUNNING: 'busy',
  COMPLETED: 'good',
  FAILED: 'bad',
  SKIPPED: 'quiet',
  TRIAL: 'waiting',
  SUSPENDED: 'bad',
  OPEN: 'busy',
  APPROVED: 'good',
  REJECTED: 'bad',
  INVITED: 'waiting',
  INACTIVE: 'quiet',
  INTERRUPTED: 'bad',
};

/** The shape that goes with a status where there is room for text only. */
export const glyphOf = (status: Status) => LOOKS[TONES[status]].glyph;

/** A status by word, colour and shape. */
export function StatusBadge({ status }: { status: Status }) {
  const { t } = useTranslation();
  const look = LOOKS[TONES[status]];
  return (
    <Badge
      color={look.color}
      variant="light"
      className="portal-badge"
      leftSection={<span aria-hidden="true">{look.glyph}</span>}
    >
      {t(`status.${status}`)}
    </Badge>
  );
}
