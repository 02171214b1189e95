import { Alert, FileButton, Button, Group, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WeatherImport } from '../api/types';
import { useFormat } from '../format/useFormat';
import { CheckIcon, UploadIcon } from '../shell/icons';
import { ProblemAlert } from '../shell/states';
import { Surface } from '../shell/Surface';
import { useImportWeather } from './weather';

/** Brings observations in from a file, and shows row by row what was wrong with it. */
export function ImportWeather() {
  const { t } = useTranslation('weather');
  const send = useImportWeather();
  return (
    <Surface mt="md">
      <Title order={2} size="h4" mb="xs">
        {t('import.title')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('import.text')}
      </Text>
      <Group mb="md">
        <FileButton accept=".csv,text/csv" onChange={(file) => file && send.mutate(file)}>
          {(props) => (
            <Button {...props} loading={send.isPending} leftSection={<UploadIcon />}>
              {t('import.choose')}
            </Button>
          )}
        </FileButton>
      </Group>
      {send.isError && <ProblemAlert error={send.error} />}
      {send.data && <Result result={send.data} />}
    </Surface>
  );
}

function Result({ result }: { result: WeatherImport }) {
  const { t } = useTranslation('weather');
  const format = useFormat();
  return (
    <div role="status">
      <Alert color={result.rowsRejected > 0 ? 'orange' : 'teal'} icon={<CheckIcon />} mb="sm">
        {t('import.done', {
          read: format.number(result.rowsRead),
          added: format.number(result.rowsAdded),
          updated: format.number(result.rowsUpdated),
          unchanged: format.number(result.rowsUnchanged),
          rejected: format.number(result.rowsRejected),
        })}
      </Alert>
      {result.errors.length > 0 && (
        <Table aria-label={t('import.errors')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('import.line')}</Table.Th>
              <Table.Th>{t('import.field')}</Table.Th>
              <Table.Th>{t('import.reason')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {result.errors.map((error, index) => (
              <Table.Tr key={index}>
                <Table.Td>{format.number(error.line)}</Table.Td>
                <Table.Td>
                  {error.field}
                  {error.value && (
                    <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                      {error.value}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{error.reason}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </div>
  );
}
