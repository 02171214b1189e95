import { NumberInput, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { WinterEvent, WinterEventKind } from '../api/types';
import { useFormat } from '../format/useFormat';
import { fromWallClock, toWallClock } from '../format/zoned';
import { EditForm, optionalNumber, optionalText } from '../shell/editing';
import { Surface } from '../shell/Surface';
import { shownDepth, typedDepth } from '../format/depth';
import { KINDS, useSaveWinterEvent } from './winterEvents';

interface WinterEventFormProps {
  event?: WinterEvent;
  onReload?: () => void;
}

export function WinterEventForm({ event, onReload }: WinterEventFormProps) {
  const { timeZone, timeZoneName, units } = useFormat();
  const { t } = useTranslation('winterevent');
  const save = useSaveWinterEvent(event);
  const valuesOf = (stored?: WinterEvent) => ({
    name: stored?.name ?? '',
    kind: (stored?.kind ?? 'SNOW') as WinterEventKind,
    startsAt: stored ? toWallClock(stored.startsAt, timeZone) : '',
    endsAt: stored?.endsAt ? toWallClock(stored.endsAt, timeZone) : '',
    forecastDepthCm: shownDepth(stored?.forecastDepthCm, units),
    measuredDepthCm: shownDepth(stored?.measuredDepthCm, units),
    notes: stored?.notes ?? '',
  });
  const form = useForm({
    initialValues: valuesOf(event),
    validate: {
      endsAt: (value, { startsAt }) => (value && value <= startsAt ? t('endBeforeStart') : null),
    },
  });
  const suffix = units === 'METRIC' ? ' cm' : ' in';
  const bodyOf = (values: typeof form.values) => ({
    name: values.name.trim(),
    kind: values.kind,
    startsAt: fromWallClock(values.startsAt, timeZone),
    endsAt: values.endsAt ? fromWallClock(values.endsAt, timeZone) : undefined,
    forecastDepthCm: typedDepth(optionalNumber(values.forecastDepthCm), event?.forecastDepthCm, units),
    measuredDepthCm: typedDepth(optionalNumber(values.measuredDepthCm), event?.measuredDepthCm, units),
    notes: optionalText(values.notes),
  });

  return (
    <EditForm
      form={form}
      save={save}
      bodyOf={bodyOf}
      stored={event && valuesOf(event)}
      names={{
        name: t('name'),
        kind: t('kindLabel'),
        startsAt: t('starts'),
        endsAt: t('ends'),
        forecastDepthCm: t('forecastDepth'),
        measuredDepthCm: t('measuredDepth'),
        notes: t('notes'),
      }}
      written={(field, value) => (field === 'kind' ? t(`kind.${value as WinterEventKind}`) : String(value))}
      onReload={onReload}
    >
      <Surface maw={760}>
        <Stack>
          <TextInput label={t('name')} required maxLength={120} {...form.getInputProps('name')} />
          <Select
            label={t('kindLabel')}
            allowDeselect={false}
            data={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput
              type="datetime-local"
              label={t('starts')}
              description={timeZoneName}
              required
              {...form.getInputProps('startsAt')}
            />
            <TextInput type="datetime-local" label={t('ends')} description={timeZoneName} {...form.getInputProps('endsAt')} />
            <NumberInput
              label={t('forecastDepth')}
              suffix={suffix}
              min={0}
              decimalScale={1}
              hideControls
              {...form.getInputProps('forecastDepthCm')}
            />
            <NumberInput
              label={t('measuredDepth')}
              suffix={suffix}
              min={0}
              decimalScale={1}
              hideControls
              {...form.getInputProps('measuredDepthCm')}
            />
          </SimpleGrid>
          <Textarea label={t('notes')} autosize minRows={3} maxLength={2000} {...form.getInputProps('notes')} />
        </Stack>
      </Surface>
    </EditForm>
  );
}
