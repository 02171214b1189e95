import { Skeleton, Text } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Photo, Property } from '../api/types';
import { useFormat } from '../format/useFormat';
import { ListView } from '../shell/lists';
import { EmptyState } from '../shell/states';
import { Surface } from '../shell/Surface';
import { Thumbnail, Viewer } from '../worklog/Photos';
import { usePhotosAt } from './work';

/** The photos of all work at a property, the latest first. */
export function PhotosTab({ property }: { property: Property }) {
  const { t } = useTranslation('property');
  const pages = usePhotosAt(property.id);
  return (
    <Surface p="md">
      <ListView
        pages={pages}
        noun={t('photos.noun')}
        empty={<EmptyState title={t('photos.none')}>{t('photos.noneText')}</EmptyState>}
      >
        {(photos) => <Gallery photos={photos} />}
      </ListView>
    </Surface>
  );
}

function Gallery({ photos }: { photos: Photo[] }) {
  const { t } = useTranslation('property');
  const [shown, setShown] = useState<number>();
  const open = shown === undefined ? undefined : photos[shown];
  const count = photos.length;
  return (
    <>
      <ul className="portal-gallery" aria-label={t('tab.photos')}>
        {photos.map((photo, index) => (
          <Print key={photo.id} photo={photo} onOpen={() => setShown(index)} />
        ))}
      </ul>
      {open && shown !== undefined && (
        <Viewer
          photo={open}
          position={t('photos.position', { position: shown + 1, of: count })}
          onMove={(step) => setShown((shown + step + count) % count)}
          onClose={() => setShown(undefined)}
          several={count > 1}
        />
      )}
    </>
  );
}

/** Asks for the file when it is to be seen, and not before: the ticket for it is good for a minute. */
function Print({ photo, onOpen }: { photo: Photo; onOpen: () => void }) {
  const { t } = useTranslation('property');
  const format = useFormat();
  const { ref, inViewport } = useInViewport<HTMLLIElement>();
  const [seen, setSeen] = useState(false);
  if (inViewport && !seen) setSeen(true);
  const when = format.dateTime(photo.takenAt ?? photo.createdAt);
  return (
    <li ref={ref}>
      {seen ? (
        <Thumbnail photo={photo} label={t('photos.open', { name: photo.name, when })} onOpen={onOpen} />
      ) : (
        <Skeleton width={96} height={96} />
      )}
      <Text size="xs" c="dimmed">
        {when}
      </Text>
    </li>
  );
}
