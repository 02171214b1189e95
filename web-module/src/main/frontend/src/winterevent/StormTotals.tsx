import './storm.css';
import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EventProgress } from '../api/types';
import { PartsBar } from '../chart/PartsBar';
import { useFormat } from '../format/useFormat';
import { Elapsed } from './Elapsed';
import { StateMark } from './StateMark';
import { type Counts, type State, STATE_COLORS, STATES } from './stormState';
import { useMaterial } from './useMaterial';

interface StormStatesProps {
  counts: Counts;
  only?: State;
  onOnly: (state: State | undefined) => void;
}

/** How many properties are in each state; a press shows these only. */
export function StormStates({ counts, only, onOnly }: StormStatesProps) {
  const { t } = useTranslation('winterevent');
  const format = useFormat();
  return (
    <div className="portal-storm-states" role="group" aria-label={t('storm.states')}>
      {STATES.map((state) => (
        <UnstyledButton
          key={state}
          className="portal-storm-state"
          aria-pressed={only === state}
          onClick={() => onOnly(only === state ? undefined : state)}
        >
          <span className="portal-storm-count">{format.number(counts[state])}</span>
          <span className="portal-storm-word">
            <StateMark state={state} />
            {t(`storm.state.${state}`)}
          </span>
        </UnstyledButton>
      ))}
    </div>
  );
}

/** The states of some properties as one bar. */
export function StatesBar({ label, counts, height }: { label: string; counts: Counts; height?: number }) {
  const { t } = useTranslation('winterevent');
  const order: State[] = ['DONE', 'OPEN', 'PROBLEM', 'UNTOUCHED'];
  return (
    <PartsBar
      label={label}
      height={height}
      parts={order.map((state) => ({
        name: t('storm.part', { count: counts[state], state: t(`storm.state.${state}`) }),
        value: counts[state],
        // What is left to do does not outshine what is done.
        color: state === 'UNTOUCHED' ? 'var(--storm-rest)' : STATE_COLORS[state],
      }))}
    />
  );
}

/** What was done so far, in sums. */
export function StormSums({ progress }: { progress?: EventProgress }) {
  const { t } = useTranslation('winterevent');
  const format = useFormat();
  const material = useMaterial();
  const number = (value?: number) => (value === undefined ? '–' : format.number(value));
  const activatedAt = progress?.event.status === 'ACTIVE' ? progress.event.activatedAt : undefined;
  return (
    <dl className="portal-storm-sums">
      {activatedAt && (
        <div>
          <dt>{t('storm.running')}</dt>
          <dd>
            <Elapsed since={activatedAt} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('storm.openLogs')}</dt>
        <dd>{number(progress?.logs.open)}</dd>
      </div>
      <div>
        <dt>{t('storm.toReview')}</dt>
        <dd>{number(progress?.logs.completed)}</dd>
      </div>
      <div>
        <dt>{t('storm.hours')}</dt>
        <dd>{progress ? format.hours(progress.minutes) : '–'}</dd>
      </div>
      <div>
        <dt>{t('storm.material')}</dt>
        <dd>{progress?.material.length ? progress.material.map(material).join(' · ') : t('storm.noMaterial')}</dd>
      </div>
    </dl>
  );
}
