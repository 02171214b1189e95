import { Anchor, Button, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../format/useFormat';
import { PlayIcon } from '../shell/icons';
import { ListView } from '../shell/lists';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { titleOf } from './nightTitle';
import { useNights } from './nights';
import { StartNight } from './StartNight';

export function NightsPage() {
  const format = useFormat();
  const { t } = useTranslation('night');
  const pages = useNights();
  const [starting, { open, close }] = useDisclosure();
  return (
    <>
      <PageHeader title={t('title')} description={t('description')}>
        <Button leftSection={<PlayIcon size={16} />} onClick={open}>
          {t('start')}
        </Button>
      </PageHeader>
      <StartNight opened={starting} onClose={close} />
      <Surface p={0}>
        <ListView
          pages={pages}
          noun={t('noun')}
          empty={
            <EmptyState title={t('none')} action={<Button onClick={open}>{t('start')}</Button>}>
              {t('noneText')}
            </EmptyState>
          }
        >
          {(items) => (
            <Table highlightOnHover verticalSpacing="xs" aria-label={t('title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('night')}</Table.Th>
                  <Table.Th>{t('status')}</Table.Th>
                  <Table.Th ta="right" visibleFrom="sm">
                    {t('customers')}
                  </Table.Th>
                  <Table.Th ta="right">{t('failed')}</Table.Th>
                  <Table.Th visibleFrom="sm">{t('took')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((night) => (
                  <Table.Tr key={night.id}>
                    <Table.Td>
                      <Anchor component={Link} to={night.id} size="sm" fw={500}>
                        {titleOf(night, t, format)}
                      </Anchor>
                      <Text size="xs" c="dimmed">
                        {t('started', { time: format.dateTime(night.startedAt) })}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      <StatusBadge status={night.status} />
                    </Table.Td>
                    <Table.Td ta="right" visibleFrom="sm">
                      {format.number(night.counts.total)}
                    </Table.Td>
                    <Table.Td ta="right">{format.number(night.counts.failed)}</Table.Td>
                    <Table.Td visibleFrom="sm">
                      {night.endedAt ? format.duration(night.startedAt, night.endedAt) : '–'}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </ListView>
      </Surface>
    </>
  );
}
