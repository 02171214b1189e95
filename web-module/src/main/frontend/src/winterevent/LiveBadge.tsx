import './storm.css';
import { useTranslation } from 'react-i18next';

/** Whether what the screen shows is as it is now. */
export function LiveBadge({ live }: { live: boolean }) {
  const { t } = useTranslation('winterevent');
  return (
    <span className="portal-live" data-live={live} role="status" title={t(live ? 'storm.liveText' : 'storm.notLiveText')}>
      <span aria-hidden="true">{live ? '●' : '○'}</span>
      <span>{t(live ? 'storm.live' : 'storm.notLive')}</span>
    </span>
  );
}
