import { NumberInput, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCallback } from 'react';
import type { Property, PropertyKind, PropertyStatus, PropertyWrite } from '../api/types';
import { PortalMap } from '../map/PortalMap';
import { EditForm, optionalNumber, optionalText } from '../shell/editing';
import { Surface } from '../shell/Surface';
import { KIND_NAMES, STATUS_NAMES, useSaveProperty } from './properties';
import { usePlaceOf } from './usePlaceOf';

interface PropertyFormProps {
  property?: Property;
  onReload?: () => void;
}

const options = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

function valuesOf(property?: Property) {
  return {
    name: property?.name ?? '',
    street: property?.street ?? '',
    unit: property?.unit ?? '',
    city: property?.city ?? '',
    state: property?.state ?? '',
    postalCode: property?.postalCode ?? '',
    latitude: (property?.latitude ?? '') as number | string,
    longitude: (property?.longitude ?? '') as number | string,
    kind: (property?.kind ?? 'COMMERCIAL') as PropertyKind,
    areaM2: (property?.areaM2 ?? '') as number | string,
    triggerDepthCm: (property?.triggerDepthCm ?? '') as number | string,
    siteNotes: property?.siteNotes ?? '',
    status: (property?.status ?? 'ACTIVE') as PropertyStatus,
    externalRef: property?.externalRef ?? '',
  };
}

function bodyOf(values: ReturnType<typeof valuesOf>): PropertyWrite {
  return {
    name: values.name.trim(),
    street: values.street.trim(),
    unit: optionalText(values.unit),
    city: optionalText(values.city),
    state: optionalText(values.state),
    postalCode: optionalText(values.postalCode),
    latitude: optionalNumber(values.latitude),
    longitude: optionalNumber(values.longitude),
    kind: values.kind,
    areaM2: optionalNumber(values.areaM2),
    triggerDepthCm: optionalNumber(values.triggerDepthCm),
    siteNotes: optionalText(values.siteNotes),
    status: values.status,
    externalRef: optionalText(values.externalRef),
  };
}

const NAMES: Record<keyof ReturnType<typeof valuesOf>, string> = {
  name: 'Name',
  street: 'Street',
  unit: 'Unit',
  city: 'City',
  state: 'State',
  postalCode: 'Postal code',
  latitude: 'Latitude',
  longitude: 'Longitude',
  kind: 'Kind',
  areaM2: 'Area',
  triggerDepthCm: 'Trigger depth',
  siteNotes: 'Site notes',
  status: 'Status',
  externalRef: 'External reference',
};

const written = (field: string, value: string | number) =>
  field === 'kind'
    ? KIND_NAMES[value as PropertyKind]
    : field === 'status'
      ? STATUS_NAMES[value as PropertyStatus]
      : String(value);

export function PropertyForm({ property, onReload }: PropertyFormProps) {
  const form = useForm({ initialValues: valuesOf(property) });
  const save = useSaveProperty(property);
  const places = usePlaceOf({
    name: form.values.name,
    latitude: optionalNumber(form.values.latitude),
    longitude: optionalNumber(form.values.longitude),
    status: form.values.status,
  });
  const { setValues } = form;
  const pick = useCallback((latitude: number, longitude: number) => setValues({ latitude, longitude }), [setValues]);

  return (
    <EditForm
      form={form}
      save={save}
      bodyOf={bodyOf}
      stored={property && valuesOf(property)}
      names={NAMES}
      written={written}
      onReload={onReload}
    >
      <div className="portal-columns">
        <Surface>
          <Stack>
            <TextInput label="Name" required maxLength={160} {...form.getInputProps('name')} />
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <Select label="Kind" data={options(KIND_NAMES)} allowDeselect={false} {...form.getInputProps('kind')} />
              <Select
                label="Status"
                data={options(STATUS_NAMES)}
                allowDeselect={false}
                {...form.getInputProps('status')}
              />
            </SimpleGrid>
            <TextInput label="Street" required maxLength={160} {...form.getInputProps('street')} />
            <SimpleGrid cols={{ base: 2, sm: 4 }}>
              <TextInput label="Unit" maxLength={40} {...form.getInputProps('unit')} />
              <TextInput label="City" maxLength={80} {...form.getInputProps('city')} />
              <TextInput label="State" maxLength={40} {...form.getInputProps('state')} />
              <TextInput label="Postal code" maxLength={16} {...form.getInputProps('postalCode')} />
            </SimpleGrid>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <NumberInput
                label="Area"
                suffix=" m²"
                min={0}
                decimalScale={2}
                hideControls
                {...form.getInputProps('areaM2')}
              />
              <NumberInput
                label="Trigger depth"
                description="Work starts at this snow depth"
                suffix=" cm"
                min={0}
                decimalScale={1}
                hideControls
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                {...form.getInputProps('triggerDepthCm')}
              />
            </SimpleGrid>
            <TextInput
              label="External reference"
              description="What your other systems call it; imports find the property by it"
              maxLength={80}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...form.getInputProps('externalRef')}
            />
            <Textarea
              label="Site notes"
              description="Hazards, gate codes, where to pile the snow"
              autosize
              minRows={3}
              maxLength={2000}
              {...form.getInputProps('siteNotes')}
            />
          </Stack>
        </Surface>
        <Surface>
          <Stack>
            <Text size="sm">Choose the position on the map, or type it.</Text>
            <PortalMap label="Map to choose the position" places={places} height={300} onPick={pick} />
            <SimpleGrid cols={2}>
              <NumberInput label="Latitude" decimalScale={6} hideControls {...form.getInputProps('latitude')} />
              <NumberInput label="Longitude" decimalScale={6} hideControls {...form.getInputProps('longitude')} />
            </SimpleGrid>
          </Stack>
        </Surface>
      </div>
    </EditForm>
  );
}
