import { useTranslation } from 'react-i18next';
import type { Stop } from './stops';

const GLYPHS: Record<Stop['stage'], string> = { todo: '○', here: '◎', working: '◐', leaving: '◉', done: '●' };

/** How a stop stands, by word and shape; with a mark where something is not sent. */
export function Stage({ stop }: { stop: Stop }) {
  const { t } = useTranslation('crew');
  return (
    <span className="crew-stage">
      <span aria-hidden="true">{GLYPHS[stop.stage]} </span>
      {t(`stage.${stop.stage}`)}
      {stop.refused > 0 && <div>⚠ {t('unsent.state.refused')}</div>}
      {stop.refused === 0 && stop.unsent > 0 && <div>↑ {t('unsent.state.waiting')}</div>}
    </span>
  );
}
