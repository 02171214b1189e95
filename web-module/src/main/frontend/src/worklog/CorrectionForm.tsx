import { NumberInput, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { MaterialUnit, Work, WorkLog, WorkLogContents } from '../api/types';
import { useFormat } from '../format/useFormat';
import { fromWallClock, toWallClock } from '../format/zoned';
import { EditForm, optionalNumber, optionalText } from '../shell/editing';
import { Surface } from '../shell/Surface';
import { shownDepth, typedDepth } from '../format/depth';
import { useCorrectWorkLog, WORKS } from './workLogs';

const UNITS: MaterialUnit[] = ['KG', 'T', 'LB', 'TON', 'L', 'GAL', 'M3', 'YD3', 'BAG'];

/** What should have been written: a new log in the place of the approved one, which stays to be read. */
export function CorrectionForm({ log, onReload }: { log: WorkLog; onReload: () => void }) {
  const { t } = useTranslation('worklog');
  const { timeZone, timeZoneName, units } = useFormat();
  const save = useCorrectWorkLog(log);
  const form = useForm({
    initialValues: {
      work: log.work as string,
      equipment: log.equipment ?? '',
      startedAt: toWallClock(log.startedAt, timeZone),
      endedAt: log.endedAt ? toWallClock(log.endedAt, timeZone) : '',
      depthCm: shownDepth(log.depthCm, units),
      material: log.material ?? '',
      materialQuantity: (log.materialQuantity ?? '') as number | string,
      materialUnit: (log.materialUnit ?? null) as string | null,
      passes: (log.passes ?? '') as number | string,
      notes: log.notes ?? '',
    },
    validate: {
      endedAt: (value, { startedAt }) => (value && value < startedAt ? t('endBeforeStart') : null),
    },
  });
  // Who changes no time keeps its seconds.
  const instant = (typed: string, before: string | undefined) =>
    before && typed === toWallClock(before, timeZone) ? before : fromWallClock(typed, timeZone);
  const bodyOf = (values: typeof form.values): WorkLogContents => ({
    work: values.work as Work,
    equipment: optionalText(values.equipment),
    startedAt: instant(values.startedAt, log.startedAt),
    endedAt: values.endedAt ? instant(values.endedAt, log.endedAt) : undefined,
    depthCm: typedDepth(optionalNumber(values.depthCm), log.depthCm, units),
    material: optionalText(values.material),
    materialQuantity: optionalNumber(values.materialQuantity),
    materialUnit: (values.materialUnit ?? undefined) as MaterialUnit | undefined,
    passes: optionalNumber(values.passes),
    notes: optionalText(values.notes),
  });
  return (
    <EditForm
      form={form}
      save={save}
      bodyOf={bodyOf}
      onReload={onReload}
      names={{
        work: t('workDone'),
        equipment: t('equipment'),
        startedAt: t('started'),
        endedAt: t('ended'),
        depthCm: t('depth'),
        material: t('material'),
        materialQuantity: t('quantityLabel'),
        materialUnit: t('unitLabel'),
        passes: t('passes'),
        notes: t('notes'),
      }}
    >
      <Surface maw={760}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select
              label={t('workDone')}
              allowDeselect={false}
              data={WORKS.map((work) => ({ value: work, label: t(`work.${work}`) }))}
              {...form.getInputProps('work')}
            />
            <TextInput label={t('equipment')} maxLength={120} {...form.getInputProps('equipment')} />
            <TextInput
              type="datetime-local"
              label={t('started')}
              description={timeZoneName}
              required
              {...form.getInputProps('startedAt')}
            />
            <TextInput
              type="datetime-local"
              label={t('ended')}
              description={timeZoneName}
              required
              {...form.getInputProps('endedAt')}
            />
            <NumberInput
              label={t('depth')}
              suffix={units === 'METRIC' ? ' cm' : ' in'}
              min={0}
              decimalScale={1}
              hideControls
              {...form.getInputProps('depthCm')}
            />
            <NumberInput label={t('passes')} min={0} allowDecimal={false} hideControls {...form.getInputProps('passes')} />
            <TextInput label={t('material')} maxLength={80} {...form.getInputProps('material')} />
            <SimpleGrid cols={2}>
              <NumberInput
                label={t('quantityLabel')}
                min={0}
                decimalScale={3}
                hideControls
                {...form.getInputProps('materialQuantity')}
              />
              <Select
                label={t('unitLabel')}
                clearable
                data={UNITS.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
                {...form.getInputProps('materialUnit')}
              />
            </SimpleGrid>
          </SimpleGrid>
          <Textarea label={t('notes')} autosize minRows={3} maxLength={2000} {...form.getInputProps('notes')} />
        </Stack>
      </Surface>
    </EditForm>
  );
}
