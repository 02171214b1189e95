import './storm.css';
import { Button, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventProperty } from '../api/types';
import { useFormat } from '../format/useFormat';
import { Elapsed } from './Elapsed';
import { StateMark } from './StateMark';

const STEP = 200;

interface StormListProps {
  properties: EventProperty[];
  nameOf: (memberId: string) => string | undefined;
  current?: string;
  onOpen: (propertyId: string) => void;
}

/** The properties one below the other; one stop of the Tab key, arrows move within. */
export function StormList({ properties, nameOf, current, onOpen }: StormListProps) {
  const { t } = useTranslation('winterevent');
  const [shown, setShown] = useState(STEP);
  const [active, setActive] = useState<string>();
  const items = properties.slice(0, shown);
  const stop = items.find(({ id }) => id === active)?.id ?? items[0]?.id;
  const rest = properties.length - items.length;
  return (
    <ul className="portal-storm-list" aria-label={t('storm.list')} onKeyDown={move}>
      {items.map((property) => (
        <li key={property.id}>
          <UnstyledButton
            className="portal-storm-item"
            tabIndex={property.id === stop ? 0 : -1}
            aria-current={property.id === current || undefined}
            onFocus={() => setActive(property.id)}
            onClick={() => onOpen(property.id)}
          >
            <StateMark state={property.state} size={20} />
            <span className="portal-storm-name">{property.name}</span>
            <span className="portal-storm-detail">
              {[
                t(`storm.state.${property.state}`),
                property.memberIds.map(nameOf).filter(Boolean).join(', ') || [property.street, property.city].filter(Boolean).join(', '),
              ].join(' · ')}
            </span>
            <Since property={property} />
          </UnstyledButton>
        </li>
      ))}
      {rest > 0 && (
        <li>
          <Button variant="subtle" fullWidth onClick={() => setShown(shown + STEP)}>
            {t('storm.more', { count: Math.min(rest, STEP) })}
          </Button>
        </li>
      )}
    </ul>
  );
}

function Since({ property: { state, since } }: { property: EventProperty }) {
  const { t } = useTranslation('winterevent');
  const format = useFormat();
  if (!since) return null;
  return (
    <span className="portal-storm-when">
      <strong>{state === 'OPEN' ? <Elapsed since={since} /> : format.time(since)}</strong>
      {t(state === 'OPEN' ? 'storm.inWork' : state === 'DONE' ? 'storm.doneAt' : 'storm.rejectedAt')}
    </span>
  );
}

/** Moves the focus among the buttons of the list. */
function move(event: KeyboardEvent<HTMLUListElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  const next = to === undefined ? undefined : buttons[to];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
