import { Anchor, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WorkLog } from '../api/types';
import { useFormat } from '../format/useFormat';
import { ListSkeleton, ProblemAlert } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { useLogTexts } from './useLogTexts';
import { useCorrections } from './workLogs';
import './chain.css';

/** The least width of what a row is called, and of one log. */
const HEAD = 120;
const COLUMN = 150;

/** A log beside what it corrects and what corrects it; each difference to the one before is marked in words. */
export function CorrectionChain({ log }: { log: WorkLog }) {
  const { t } = useTranslation('worklog');
  const format = useFormat();
  const textsOf = useLogTexts();
  const chain = useCorrections(log);
  if (!log.corrects && !log.correctedBy) return null;
  const logs = chain.data ?? [];
  const columns = logs.map(textsOf);
  const rows = [
    ['workDone', columns.map((texts) => texts.work)],
    ['started', columns.map((texts) => texts.startedAt)],
    ['ended', columns.map((texts) => texts.endedAt)],
    ['took', columns.map((texts) => texts.took)],
    ['equipment', columns.map((texts) => texts.equipment)],
    ['rate', columns.map((texts) => texts.rate)],
    ['depth', columns.map((texts) => texts.depthCm)],
    ['material', columns.map((texts) => texts.material)],
    ['passes', columns.map((texts) => texts.passes)],
    ['notes', columns.map((texts) => texts.notes)],
  ] as const;
  return (
    <>
      <Title order={2} size="h4" mt="lg" mb="xs">
        {t('correction.chain')}
      </Title>
      <Surface p={0}>
        {chain.isPending && <ListSkeleton rows={4} />}
        {chain.isError && <ProblemAlert error={chain.error} onRetry={() => void chain.refetch()} />}
        {chain.isSuccess && (
          <Table.ScrollContainer minWidth={HEAD + logs.length * COLUMN} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
            <Table layout="fixed" verticalSpacing="xs" className="portal-chain" aria-label={t('correction.chain')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={HEAD} />
                  {logs.map((each, index) => (
                    <Table.Th key={each.id} aria-current={each.id === log.id || undefined}>
                      {each.id === log.id ? (
                        titleOf(index)
                      ) : (
                        <Anchor component={Link} to={`../${each.id}`} relative="path" size="sm">
                          {titleOf(index)}
                        </Anchor>
                      )}
                      <Text size="xs" c="dimmed" fw={400}>
                        {each.id === log.id ? t('correction.this') : format.dateTime(each.createdAt)}
                      </Text>
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                <Table.Tr>
                  <Table.Th scope="row">{t('status')}</Table.Th>
                  {logs.map((each) => (
                    <Table.Td key={each.id}>
                      <StatusBadge status={each.status} />
                    </Table.Td>
                  ))}
                </Table.Tr>
                {rows
                  .filter(([, values]) => values.some((value) => value !== undefined))
                  .map(([name, values]) => (
                    <Table.Tr key={name}>
                      <Table.Th scope="row">{t(name)}</Table.Th>
                      {values.map((value, index) => (
                        <Value key={logs[index]?.id} value={value} differs={index > 0 && value !== values[index - 1]} />
                      ))}
                    </Table.Tr>
                  ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Surface>
    </>
  );

  function titleOf(index: number): string {
    return index === 0 ? t('correction.original') : t('correction.number', { number: index });
  }
}

function Value({ value, differs }: { value: string | undefined; differs: boolean }) {
  const { t } = useTranslation('worklog');
  return (
    <Table.Td fw={differs ? 650 : undefined} className={differs ? 'portal-differs' : undefined}>
      {value ?? '–'}
      {differs && (
        <Text size="xs" c="dimmed">
          ≠ {t('correction.changed')}
        </Text>
      )}
    </Table.Td>
  );
}
