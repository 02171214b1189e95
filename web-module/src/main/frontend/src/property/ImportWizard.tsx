import { Alert, Button, Group, Select, Stack, Stepper, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCustomer } from '../account/useSession';
import { useFormat } from '../format/useFormat';
import { AlertIcon } from '../shell/icons';
import { ListSkeleton, ProblemAlert } from '../shell/states';
import { Surface } from '../shell/Surface';
import { ChooseFile } from './ChooseFile';
import { type CsvStart, type Field, FIELDS, guessed, mapped, startOf } from './csvColumns';
import { ImportProgress, RejectedRows } from './ImportResult';
import { isRunning, usePropertyImport, useStartImport } from './imports';

const STEPS = ['file', 'columns', 'check'] as const;

/** From a file to properties in three steps: choose it, say what its columns are, and see what would become of it. */
export function ImportWizard() {
  const { t } = useTranslation('property');
  const navigate = useNavigate();
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const start = useStartImport();
  const [file, setFile] = useState<File>();
  const [content, setContent] = useState<CsvStart>();
  const [unreadable, setUnreadable] = useState(false);
  const [fields, setFields] = useState<(Field | null)[]>([]);
  const [check, setCheck] = useState<string>();

  const choose = async (chosen: File) => {
    start.reset();
    setCheck(undefined);
    const read = await startOf(chosen);
    setFile(chosen);
    setUnreadable(read === undefined);
    setContent(read);
    setFields(read ? guessed(read.columns) : []);
  };
  const send = (dryRun: boolean, onSuccess: (id: string) => void) => {
    if (!file || !content) return;
    start.mutate(
      { file: mapped(file, content, fields), original: file, columns: fields, dryRun },
      { onSuccess: (started) => onSuccess(started.id) },
    );
  };
  const step = !content ? 0 : check ? 2 : 1;

  return (
    <Surface>
      <Stepper
        active={step}
        size="sm"
        mb="md"
        allowNextStepsSelect={false}
        orientation={narrow ? 'vertical' : 'horizontal'}
        aria-label={t('wizard.steps')}
      >
        {STEPS.map((name) => (
          <Stepper.Step key={name} label={t(`wizard.${name}`)} allowStepSelect={false} />
        ))}
      </Stepper>
      <Stack>
        {start.isError && <ProblemAlert error={start.error} title={t('wizard.notImported')} />}
        {unreadable && (
          <Alert color="red" icon={<AlertIcon />} title={t('wizard.unreadable')} role="alert">
            {t('wizard.unreadableText')}
          </Alert>
        )}
        {step < 2 && <ChooseFile file={file} onChoose={(chosen) => void choose(chosen)} />}
        {step === 1 && content && (
          <Columns
            content={content}
            fields={fields}
            onFields={setFields}
            checking={start.isPending}
            onCheck={() => send(true, setCheck)}
          />
        )}
        {step === 2 && check && (
          <Checked
            id={check}
            importing={start.isPending}
            onBack={() => setCheck(undefined)}
            onImport={() => send(false, (id) => void navigate(id))}
          />
        )}
      </Stack>
    </Surface>
  );
}

interface ColumnsProps {
  content: CsvStart;
  fields: (Field | null)[];
  onFields: (fields: (Field | null)[]) => void;
  checking: boolean;
  onCheck: () => void;
}

function Columns({ content, fields, onFields, checking, onCheck }: ColumnsProps) {
  const { t } = useTranslation('property');
  const complete = fields.includes('address');
  const put = (index: number, field: Field | null) =>
    onFields(fields.map((each, at) => (at === index ? field : each === field ? null : each)));
  return (
    <>
      <Text size="sm">{t('wizard.columnsAbout')}</Text>
      <Table verticalSpacing="xs" layout="fixed" aria-label={t('wizard.columns')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('wizard.inFile')}</Table.Th>
            <Table.Th>{t('wizard.isField')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {content.columns.map((column, index) => (
            <Table.Tr key={index}>
              <Table.Td>
                <Text size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}>
                  {column || t('wizard.unnamed', { position: index + 1 })}
                </Text>
                <Text size="xs" c="dimmed" truncate>
                  {content.samples.map((row) => row[index]).filter(Boolean).join(' · ')}
                </Text>
              </Table.Td>
              <Table.Td>
                <Select
                  aria-label={t('wizard.fieldOf', { column })}
                  placeholder={t('wizard.passOver')}
                  clearable
                  allowDeselect={false}
                  clearButtonProps={{ 'aria-label': t('wizard.passOverOf', { column }) }}
                  data={FIELDS.map((field) => ({ value: field, label: t(`wizard.fields.${field}`) }))}
                  value={fields[index] ?? null}
                  onChange={(field) => put(index, field as Field | null)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {!complete && (
        <Text size="sm" role="status">
          {t('wizard.needsAddress')}
        </Text>
      )}
      <div>
        <Button disabled={!complete} loading={checking} onClick={onCheck}>
          {t('wizard.doCheck')}
        </Button>
      </div>
    </>
  );
}

interface CheckedProps {
  id: string;
  importing: boolean;
  onBack: () => void;
  onImport: () => void;
}

/** What would become of the file, and the way to make it so. */
function Checked({ id, importing, onBack, onImport }: CheckedProps) {
  const { t } = useTranslation('property');
  const format = useFormat();
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  const { data, isError, error, refetch } = usePropertyImport(id);
  const ended = data !== undefined && !isRunning(data);
  useEffect(() => {
    if (ended) void queries.invalidateQueries({ queryKey: [customerId, 'imports', 'list'] });
  }, [ended, queries, customerId]);
  if (isError && !data) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton rows={3} />;
  return (
    <>
      <ImportProgress running={data} />
      {ended && (
        <>
          <Text size="sm">{t(data.rowsRejected > 0 ? 'wizard.someBad' : 'wizard.allGood')}</Text>
          <Group>
            <Button disabled={data.rowsAccepted === 0} loading={importing} onClick={onImport}>
              {t('wizard.doImport', { count: data.rowsAccepted, rows: format.number(data.rowsAccepted) })}
            </Button>
            <Button variant="default" onClick={onBack}>
              {t('wizard.back')}
            </Button>
          </Group>
        </>
      )}
      {data.rowsRejected > 0 && <RejectedRows finished={data} />}
    </>
  );
}
