import { NumberInput, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { WinterEvent, WinterEventKind } from '../api/types';
import { useFormat } from '../format/useFormat';
import { fromWallClock, toWallClock } from '../format/zoned';
import { EditForm, optionalNumber, optionalText } from '../shell/editing';
import { Surface } from '../shell/Surface';
import { KIND_NAMES, useSaveWinterEvent } from './winterEvents';

interface WinterEventFormProps {
  event?: WinterEvent;
  onReload?: () => void;
}

export function WinterEventForm({ event, onReload }: WinterEventFormProps) {
  const { timeZone, timeZoneName } = useFormat();
  const save = useSaveWinterEvent(event);
  const form = useForm({
    initialValues: {
      name: event?.name ?? '',
      kind: (event?.kind ?? 'SNOW') as WinterEventKind,
      startsAt: event ? toWallClock(event.startsAt, timeZone) : '',
      endsAt: event?.endsAt ? toWallClock(event.endsAt, timeZone) : '',
      forecastDepthCm: (event?.forecastDepthCm ?? '') as number | string,
      measuredDepthCm: (event?.measuredDepthCm ?? '') as number | string,
      notes: event?.notes ?? '',
    },
    validate: {
      endsAt: (value, { startsAt }) => (value && value <= startsAt ? 'The end must come after the start.' : null),
    },
  });
  const inZone = timeZoneName;
  const bodyOf = (values: typeof form.values) => ({
    name: values.name.trim(),
    kind: values.kind,
    startsAt: fromWallClock(values.startsAt, timeZone),
    endsAt: values.endsAt ? fromWallClock(values.endsAt, timeZone) : undefined,
    forecastDepthCm: optionalNumber(values.forecastDepthCm),
    measuredDepthCm: optionalNumber(values.measuredDepthCm),
    notes: optionalText(values.notes),
  });

  return (
    <EditForm form={form} save={save} bodyOf={bodyOf} onReload={onReload}>
      <Surface maw={760}>
        <Stack>
          <TextInput label="Name" required maxLength={120} {...form.getInputProps('name')} />
          <Select
            label="Kind"
            allowDeselect={false}
            data={Object.entries(KIND_NAMES).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('kind')}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput
              type="datetime-local"
              label="Starts"
              description={inZone}
              required
              {...form.getInputProps('startsAt')}
            />
            <TextInput type="datetime-local" label="Ends" description={inZone} {...form.getInputProps('endsAt')} />
            <NumberInput
              label="Forecast depth"
              suffix=" cm"
              min={0}
              decimalScale={1}
              hideControls
              {...form.getInputProps('forecastDepthCm')}
            />
            <NumberInput
              label="Measured depth"
              suffix=" cm"
              min={0}
              decimalScale={1}
              hideControls
              {...form.getInputProps('measuredDepthCm')}
            />
          </SimpleGrid>
          <Textarea label="Notes" autosize minRows={3} maxLength={2000} {...form.getInputProps('notes')} />
        </Stack>
      </Surface>
    </EditForm>
  );
}
