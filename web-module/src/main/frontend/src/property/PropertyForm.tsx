import { NumberInput, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Property, PropertyKind, PropertyStatus, PropertyWrite } from '../api/types';
import type { Units } from '../format/format';
import { useFormat } from '../format/useFormat';
import { PortalMap } from '../map/PortalMap';
import { EditForm, optionalNumber, optionalText } from '../shell/editing';
import { Surface } from '../shell/Surface';
import { shownDepth, typedDepth } from '../format/depth';
import { shownArea, typedArea } from './area';
import { KINDS, STATUSES, useSaveProperty } from './properties';
import { usePlaceOf } from './usePlaceOf';

interface PropertyFormProps {
  property?: Property;
  onReload?: () => void;
}

function valuesOf(units: Units, property?: Property) {
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
    areaM2: shownArea(property?.areaM2, units),
    triggerDepthCm: shownDepth(property?.triggerDepthCm, units),
    siteNotes: property?.siteNotes ?? '',
    status: (property?.status ?? 'ACTIVE') as PropertyStatus,
    externalRef: property?.externalRef ?? '',
  };
}

function bodyOf(values: ReturnType<typeof valuesOf>, units: Units, before?: Property): PropertyWrite {
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
    areaM2: typedArea(optionalNumber(values.areaM2), before?.areaM2, units),
    triggerDepthCm: typedDepth(optionalNumber(values.triggerDepthCm), before?.triggerDepthCm, units),
    siteNotes: optionalText(values.siteNotes),
    status: values.status,
    externalRef: optionalText(values.externalRef),
  };
}

export function PropertyForm({ property, onReload }: PropertyFormProps) {
  const { t } = useTranslation(['property', 'shell']);
  const { units } = useFormat();
  const form = useForm({ initialValues: valuesOf(units, property) });
  const save = useSaveProperty(property);
  const places = usePlaceOf({
    name: form.values.name,
    latitude: optionalNumber(form.values.latitude),
    longitude: optionalNumber(form.values.longitude),
    status: form.values.status,
  });
  const names = {
    name: t('name'),
    street: t('street'),
    unit: t('unit'),
    city: t('city'),
    state: t('state'),
    postalCode: t('postalCode'),
    latitude: t('latitude'),
    longitude: t('longitude'),
    kind: t('kindLabel'),
    areaM2: t('area'),
    triggerDepthCm: t('triggerDepth'),
    siteNotes: t('siteNotes'),
    status: t('status'),
    externalRef: t('externalRef'),
  };
  const written = (field: string, value: string | number) =>
    field === 'kind'
      ? t(`kind.${value as PropertyKind}`)
      : field === 'status'
        ? t(`shell:status.${value as PropertyStatus}`)
        : String(value);
  const { setValues } = form;
  const pick = useCallback((latitude: number, longitude: number) => setValues({ latitude, longitude }), [setValues]);

  return (
    <EditForm
      form={form}
      save={save}
      bodyOf={(values) => bodyOf(values, units, property)}
      stored={property && valuesOf(units, property)}
      names={names}
      written={written}
      onReload={onReload}
    >
      <div className="portal-columns">
        <Surface>
          <Stack>
            <TextInput label={t('name')} required maxLength={160} {...form.getInputProps('name')} />
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <Select
                label={t('kindLabel')}
                data={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
                allowDeselect={false}
                {...form.getInputProps('kind')}
              />
              <Select
                label={t('status')}
                data={STATUSES.map((value) => ({ value, label: t(`shell:status.${value}`) }))}
                allowDeselect={false}
                {...form.getInputProps('status')}
              />
            </SimpleGrid>
            <TextInput label={t('street')} required maxLength={160} {...form.getInputProps('street')} />
            <SimpleGrid cols={{ base: 2, sm: 4 }}>
              <TextInput label={t('unit')} maxLength={40} {...form.getInputProps('unit')} />
              <TextInput label={t('city')} maxLength={80} {...form.getInputProps('city')} />
              <TextInput label={t('state')} maxLength={40} {...form.getInputProps('state')} />
              <TextInput label={t('postalCode')} maxLength={16} {...form.getInputProps('postalCode')} />
            </SimpleGrid>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <NumberInput
                label={t('area')}
                suffix={units === 'METRIC' ? ' m²' : t('squareFeet')}
                min={0}
                decimalScale={2}
                hideControls
                {...form.getInputProps('areaM2')}
              />
              <NumberInput
                label={t('triggerDepth')}
                description={t('triggerDepthAbout')}
                suffix={units === 'METRIC' ? ' cm' : t('inches')}
                min={0}
                decimalScale={1}
                hideControls
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                {...form.getInputProps('triggerDepthCm')}
              />
            </SimpleGrid>
            <TextInput
              label={t('externalRef')}
              description={t('externalRefAbout')}
              maxLength={80}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...form.getInputProps('externalRef')}
            />
            <Textarea
              label={t('siteNotes')}
              description={t('siteNotesAbout')}
              autosize
              minRows={3}
              maxLength={2000}
              {...form.getInputProps('siteNotes')}
            />
          </Stack>
        </Surface>
        <Surface>
          <Stack>
            <Text size="sm">{t('choosePosition')}</Text>
            <PortalMap label={t('map.choose')} places={places} height={300} onPick={pick} />
            <SimpleGrid cols={2}>
              <NumberInput label={t('latitude')} decimalScale={6} hideControls {...form.getInputProps('latitude')} />
              <NumberInput label={t('longitude')} decimalScale={6} hideControls {...form.getInputProps('longitude')} />
            </SimpleGrid>
          </Stack>
        </Surface>
      </div>
    </EditForm>
  );
}
