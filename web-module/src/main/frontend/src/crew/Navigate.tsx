import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RouteIcon } from '../shell/icons';
import { directions, type Stop } from './stops';

/** Leaves for the map that the device has; the portal stays open, and says nothing of itself. */
export function Navigate({ stop }: { stop: Stop }) {
  const { t } = useTranslation('crew');
  const link = directions(stop);
  return link ? (
    <Button
      component="a"
      href={link}
      target="_blank"
      rel="noopener noreferrer"
      variant="default"
      className="crew-button"
      leftSection={<RouteIcon />}
      fullWidth
    >
      {t('navigate')}
    </Button>
  ) : null;
}
