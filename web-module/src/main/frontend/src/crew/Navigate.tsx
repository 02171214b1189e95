import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RouteIcon } from '../shell/icons';
import { geoLink, type Stop } from './stops';

/** Leaves for the device's own navigation. */
export function Navigate({ stop }: { stop: Stop }) {
  const { t } = useTranslation('crew');
  const link = geoLink(stop);
  return link ? (
    <Button component="a" href={link} variant="default" className="crew-button" leftSection={<RouteIcon />} fullWidth>
      {t('navigate')}
    </Button>
  ) : null;
}
