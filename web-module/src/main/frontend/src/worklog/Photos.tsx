import {
  ActionIcon,
  Button,
  Center,
  Group,
  Image,
  Loader,
  Modal,
  Skeleton,
  Stack,
  Text,
  Title,
  UnstyledButton,
} from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Photo } from '../api/types';
import { useFormat } from '../format/useFormat';
import { BackIcon, ForwardIcon } from '../shell/icons';
import { ProblemAlert } from '../shell/states';
import { usePhotos, useTicket } from './workLogs';
import './photos.css';

interface PhotosProps {
  logId: string;
  /** What to say where there are none. */
  none?: ReactNode;
}

/** The photos of a log, small; each opens large, and the others from there. */
export function Photos({ logId, none }: PhotosProps) {
  const { t } = useTranslation('worklog');
  const photos = usePhotos(logId);
  const [shown, setShown] = useState<number>();
  const all = photos.data ?? [];
  const open = shown === undefined ? undefined : all[shown];
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {t('photo.title')}
      </Title>
      {photos.isPending && <Skeleton height={96} />}
      {photos.isError && <ProblemAlert error={photos.error} onRetry={() => void photos.refetch()} />}
      {photos.isSuccess && all.length === 0 && <Text c="dimmed">{none ?? t('photo.none')}</Text>}
      <Group gap="xs">
        {all.map((photo, index) => (
          <Thumbnail
            key={photo.id}
            photo={photo}
            label={t('photo.open', { number: index + 1, count: all.length })}
            onOpen={() => setShown(index)}
          />
        ))}
      </Group>
      {open && shown !== undefined && (
        <Viewer
          photo={open}
          position={t('photo.position', { number: shown + 1, count: all.length })}
          onMove={(step) => setShown((shown + step + all.length) % all.length)}
          onClose={() => setShown(undefined)}
          several={all.length > 1}
        />
      )}
    </Stack>
  );
}

export function Thumbnail({ photo, label, onOpen }: { photo: Photo; label: string; onOpen: () => void }) {
  const { t } = useTranslation(['worklog', 'shell']);
  const { url, error, again, onBroken } = useOneLook('THUMBNAIL', photo.id);
  return (
    <Stack gap={4}>
      <UnstyledButton className="portal-thumbnail" aria-label={label} onClick={onOpen}>
        {url && <img src={url} alt="" width={96} height={96} onError={onBroken} />}
        {error !== undefined && <Center className="portal-no-thumbnail">{t('photo.noPreview')}</Center>}
        {!url && error === undefined && <Skeleton width={96} height={96} />}
      </UnstyledButton>
      {error !== undefined && (
        <Button size="compact-xs" variant="subtle" aria-label={t('photo.again', { name: photo.name })} onClick={again}>
          {t('shell:again')}
        </Button>
      )}
    </Stack>
  );
}

/** A photo's address for one element; what keeps it from being shown, and a way to try again. */
function useOneLook(kind: 'PHOTO' | 'THUMBNAIL', id: string) {
  const { t } = useTranslation('worklog');
  const ticket = useTicket(kind, id);
  const [broken, setBroken] = useState<string>();
  const isBroken = ticket.data !== undefined && ticket.data === broken;
  const error = ticket.error ?? (isBroken ? new Error(t('photo.broken')) : undefined);
  return {
    url: ticket.isFetching || error ? undefined : ticket.data,
    error: ticket.isFetching ? undefined : error,
    again: () => void ticket.refetch(),
    onBroken: () => setBroken(ticket.data),
  };
}

interface ViewerProps {
  photo: Photo;
  position: string;
  several: boolean;
  onMove: (step: 1 | -1) => void;
  onClose: () => void;
}

/** One photo after the other, by buttons or the arrow keys; Escape closes. */
export function Viewer({ photo, position, several, onMove, onClose }: ViewerProps) {
  const { t } = useTranslation(['worklog', 'shell']);
  const format = useFormat();
  useFocusBack();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') onMove(1);
    if (event.key === 'ArrowLeft') onMove(-1);
  };
  const when = photo.takenAt
    ? t('photo.taken', { time: format.dateTime(photo.takenAt) })
    : t('photo.added', { time: format.dateTime(photo.createdAt) });
  const place =
    photo.latitude === undefined || photo.longitude === undefined
      ? undefined
      : `${format.number(photo.latitude, 5)}, ${format.number(photo.longitude, 5)}`;
  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen
      title={position}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
      onKeyDown={onKeyDown}
    >
      <Stack>
        <Center className="portal-photo">
          <Picture key={photo.id} photo={photo} />
        </Center>
        <Group justify="space-between" wrap="nowrap">
          <ActionIcon
            size={44}
            variant="default"
            aria-label={t('photo.previous')}
            disabled={!several}
            onClick={() => onMove(-1)}
          >
            <BackIcon />
          </ActionIcon>
          <Text size="sm" ta="center" role="status">
            {[when, place, format.bytes(photo.byteCount)].filter(Boolean).join(' · ')}
          </Text>
          <ActionIcon
            size={44}
            variant="default"
            aria-label={t('photo.next')}
            disabled={!several}
            onClick={() => onMove(1)}
          >
            <ForwardIcon />
          </ActionIcon>
        </Group>
      </Stack>
    </Modal>
  );
}

function Picture({ photo }: { photo: Photo }) {
  const { t } = useTranslation(['worklog', 'shell']);
  const { url, error, again, onBroken } = useOneLook('PHOTO', photo.id);
  if (error !== undefined) return <ProblemAlert error={error} onRetry={again} />;
  if (!url) return <Loader aria-label={t('shell:loading')} />;
  return <Image src={url} alt={t('photo.of', { name: photo.name })} fit="contain" h="100%" onError={onBroken} />;
}

/** Whoever closes the viewer goes on at what opened it. */
function useFocusBack() {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
}
