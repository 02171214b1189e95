import { ActionIcon, Box, Button, Group, Indicator, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { mayReadOffice } from '../account/roles';
import { useCustomer } from '../account/useSession';
import type { Role } from '../api/types';
import type { FeedChange } from '../feed/follow';
import { useFeed } from '../feed/useFeed';
import { useFormat } from '../format/useFormat';
import { BellIcon } from '../shell/icons';
import { notifyProblem } from '../shell/notify';
import { ListSkeleton, ProblemAlert } from '../shell/states';
import { type Notice, useNotifications, useRead } from './notifications';

/** Where the portal shows more of what it told of: an event is work to crews. */
function placeOf({ entity, entityId }: Notice, role: Role): string | undefined {
  if (entity !== 'winter-event') return undefined;
  return mayReadOffice(role) ? `winter-events/${entityId}` : 'crew';
}

/** Of what people are told. */
const concernsPeople = ({ kind }: FeedChange) => kind === 'WINTER_EVENT';

/** What the person was told, in the corner of every screen. */
export function Bell() {
  const { customerId, role } = useCustomer();
  const { t } = useTranslation('notification');
  const format = useFormat();
  const navigate = useNavigate();
  const told = useNotifications();
  const read = useRead();
  const [opened, setOpened] = useState(false);
  useFeed(concernsPeople, told.refetch);
  const unread = told.data?.unread ?? 0;

  const open = (notice: Notice) => {
    if (!notice.readAt) read.mutate(notice, { onError: notifyProblem });
    setOpened(false);
    const place = placeOf(notice, role);
    if (place) void navigate(`/c/${customerId}/${place}`);
  };

  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={340} withinPortal={false} trapFocus returnFocus>
      <Indicator label={format.number(unread)} size={18} disabled={unread === 0} color="red.9" offset={5}>
        <Popover.Target>
          <ActionIcon
            variant="default"
            size="lg"
            radius="xl"
            aria-label={unread === 0 ? t('bell') : t('bellUnread', { count: unread })}
            onClick={() => setOpened(!opened)}
          >
            <BellIcon />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0} aria-label={t('bell')}>
        <Group justify="space-between" p="sm" pb={4}>
          <Text fw={650}>{t('bell')}</Text>
          {unread > 0 && (
            <Button size="compact-sm" variant="subtle" onClick={() => read.mutate(undefined, { onError: notifyProblem })}>
              {t('readAll')}
            </Button>
          )}
        </Group>
        <Box mah={420} style={{ overflowY: 'auto' }}>
          {told.isPending && <ListSkeleton rows={3} />}
          {told.isError && !told.data && (
            <Box p="sm">
              <ProblemAlert error={told.error} onRetry={() => void told.refetch()} />
            </Box>
          )}
          {told.data?.items.length === 0 && (
            <Text size="sm" c="dimmed" p="sm">
              {t('none')}
            </Text>
          )}
          <Stack gap={0}>
            {told.data?.items.map((notice) => (
              <UnstyledButton key={notice.id} p="sm" className="portal-notice" onClick={() => open(notice)}>
                <Group justify="space-between" wrap="nowrap" gap="xs">
                  <Text size="sm" fw={notice.readAt ? 400 : 650}>
                    {notice.title}
                  </Text>
                  {!notice.readAt && (
                    <Text size="xs" fw={650} c="var(--mantine-color-anchor)" style={{ flexShrink: 0 }}>
                      ● {t('new')}
                    </Text>
                  )}
                </Group>
                <Text size="sm">{notice.body}</Text>
                <Text size="xs" c="dimmed">
                  {format.dateTime(notice.createdAt)}
                </Text>
              </UnstyledButton>
            ))}
          </Stack>
        </Box>
      </Popover.Dropdown>
    </Popover>
  );
}
