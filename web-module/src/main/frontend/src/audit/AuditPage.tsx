import { Alert, Anchor, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry, AuditVerification } from '../api/types';
import { CompanyTabs } from '../company/CompanyTabs';
import { useFormat } from '../format/useFormat';
import { fromWallClock } from '../format/zoned';
import { AlertIcon, CheckIcon, ChevronIcon, DownloadIcon, ShieldIcon } from '../shell/icons';
import { type Filters, useFilters } from '../shell/filters';
import { ListView } from '../shell/lists';
import { notifyProblem } from '../shell/notify';
import { PageHeader } from '../shell/PageHeader';
import { EmptyState, ProblemAlert } from '../shell/states';
import { Surface } from '../shell/Surface';
import { downloadAudit, useAudit, useVerifyAudit } from './audit';
import { differences } from './differences';

export function AuditPage() {
  const { t } = useTranslation('audit');
  const { timeZone, timeZoneName } = useFormat();
  const filters = useFilters();
  const verify = useVerifyAudit();
  const [exporting, setExporting] = useState(false);
  const from = filters.get('from');
  const to = filters.get('to');
  const pages = useAudit({
    entity: filters.get('entity'),
    action: filters.get('action'),
    entityId: filters.get('entityId'),
    from: from && fromWallClock(`${from}T00:00`, timeZone),
    to: to && fromWallClock(`${to}T23:59`, timeZone),
  });
  const exportAll = () => {
    setExporting(true);
    void downloadAudit()
      .catch(notifyProblem)
      .finally(() => setExporting(false));
  };
  return (
    <>
      <PageHeader title={t('title')} description={t('text', { zone: timeZoneName })}>
        <Button variant="default" leftSection={<DownloadIcon />} loading={exporting} onClick={exportAll}>
          {t('export')}
        </Button>
        <Button leftSection={<ShieldIcon />} loading={verify.isPending} onClick={() => verify.mutate()}>
          {t('verify')}
        </Button>
      </PageHeader>
      <CompanyTabs />
      <div role="status">
        {verify.data && <VerificationResult result={verify.data} />}
        {verify.isError && <ProblemAlert error={verify.error} title={t('notVerified')} />}
      </div>
      <Group mb="md" gap="xs" align="flex-end">
        <TypedFilter filters={filters} name="entity" label={t('entity')} placeholder="property" />
        <TypedFilter filters={filters} name="action" label={t('action')} placeholder="update" />
        <TextInput
          type="date"
          label={t('from')}
          value={from ?? ''}
          onChange={(event) => filters.set('from', event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('to')}
          value={to ?? ''}
          onChange={(event) => filters.set('to', event.currentTarget.value)}
        />
        {filters.any && (
          <Button variant="default" onClick={filters.clear}>
            {t('clear')}
          </Button>
        )}
      </Group>
      <Surface p={0}>
        <ListView
          pages={pages}
          noun={t('noun')}
          filtered={filters.any}
          onClearFilters={filters.clear}
          empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
        >
          {(items) => (
            <Table verticalSpacing="xs" aria-label={t('title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('what')}</Table.Th>
                  <Table.Th visibleFrom="sm">{t('who')}</Table.Th>
                  <Table.Th visibleFrom="sm">{t('when')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((entry) => (
                  <Entry key={entry.id} entry={entry} onOnlyThis={() => filters.set('entityId', entry.entityId)} />
                ))}
              </Table.Tbody>
            </Table>
          )}
        </ListView>
      </Surface>
    </>
  );
}

interface TypedFilterProps {
  filters: Filters;
  name: string;
  label: string;
  placeholder: string;
}

function TypedFilter({ filters, name, label, placeholder }: TypedFilterProps) {
  const inAddress = filters.get(name) ?? '';
  const [typed, setTyped] = useState<string>();
  const search = useDebouncedCallback((value: string) => {
    filters.set(name, value.trim());
    setTyped(undefined);
  }, 400);
  return (
    <TextInput
      label={label}
      placeholder={placeholder}
      value={typed ?? inAddress}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
      w={{ base: '100%', xs: 150 }}
    />
  );
}

function Entry({ entry, onOnlyThis }: { entry: AuditEntry; onOnlyThis: () => void }) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const who = entry.onBehalfOf ? t('support', { name: entry.actorName }) : entry.actorName;
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Td>
        <Anchor component="button" type="button" size="sm" fw={500} aria-expanded={open} onClick={() => setOpen(!open)}>
          {`${entry.action} · ${entry.entity} `}
          <span aria-hidden="true" className="portal-turning" data-open={open || undefined}>
            <ChevronIcon size={12} />
          </span>
        </Anchor>
        <Text size="xs" c="dimmed" hiddenFrom="sm">
          {who}, {format.dateTime(entry.at)}
        </Text>
        {open && <EntryDetails entry={entry} onOnlyThis={onOnlyThis} />}
      </Table.Td>
      <Table.Td visibleFrom="sm">{who}</Table.Td>
      <Table.Td visibleFrom="sm">{format.dateTime(entry.at)}</Table.Td>
    </Table.Tr>
  );
}

function EntryDetails({ entry, onOnlyThis }: { entry: AuditEntry; onOnlyThis: () => void }) {
  const { t } = useTranslation('audit');
  const changes = differences(entry.before, entry.after);
  return (
    <Stack gap="xs" mt="xs">
      {changes.length === 0 && <Text size="sm">{t('noChange')}</Text>}
      <dl className="portal-changes">
        {changes.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{field}</dt>
            {before !== undefined && (
              <dd>
                <span className="portal-change-name">{t('before')}</span> <del>{before}</del>
              </dd>
            )}
            {after !== undefined && (
              <dd>
                <span className="portal-change-name">{t('after')}</span> <ins>{after}</ins>
              </dd>
            )}
          </div>
        ))}
      </dl>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('id', { id: entry.entityId })}
        {entry.requestId && ` · ${t('request', { id: entry.requestId })}`}
      </Text>
      <div>
        <Button size="xs" variant="default" onClick={onOnlyThis}>
          {t('onlyThis')}
        </Button>
      </div>
    </Stack>
  );
}

function VerificationResult({ result }: { result: AuditVerification }) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const removed = result.removals.at(-1);
  return (
    <Alert
      mb="md"
      color={result.intact ? 'teal' : 'red'}
      icon={result.intact ? <CheckIcon /> : <AlertIcon />}
      title={t(result.intact ? 'intact' : 'broken')}
    >
      <Stack gap={4}>
        {result.firstBroken && (
          <Text size="sm" fw={650}>
            {t(`break.${result.firstBroken.kind}`)} {result.firstBroken.detail}
          </Text>
        )}
        <Text size="sm">
          {t('verified', { count: result.entries, entries: format.number(result.entries) })}
          {result.waiting > 0 && ` ${t('waiting', { count: result.waiting, entries: format.number(result.waiting) })}`}
        </Text>
        {result.sealedAt && <Text size="sm">{t('sealed', { time: format.dateTime(result.sealedAt) })}</Text>}
        {removed && <Text size="sm">{t('removed', { time: format.dateTime(removed.at) })}</Text>}
        {result.head && (
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {t('head', { head: result.head })}
          </Text>
        )}
      </Stack>
    </Alert>
  );
}
