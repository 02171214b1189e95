import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Route, RouteStop } from '../api/types';
import { EditForm, optionalText } from '../shell/editing';
import { Surface } from '../shell/Surface';
import { RouteMap } from './RouteMap';
import { useMembers, useSaveRoute } from './routes';
import { RouteTotals } from './RouteTotals';
import { StopsEditor } from './StopsEditor';
import { totalsOf } from './totals';

interface RouteFormProps {
  route?: Route;
  onReload?: () => void;
}

function valuesOf(route?: Route) {
  return {
    name: route?.name ?? '',
    memberId: route?.memberId ?? null,
    vehicle: route?.vehicle ?? '',
    startPlace: route?.startPlace ?? '',
    stops: (route?.stops ?? []) as RouteStop[],
  };
}

export function RouteForm({ route, onReload }: RouteFormProps) {
  const { t } = useTranslation(['route', 'account']);
  const members = useMembers();
  const save = useSaveRoute(route);
  const form = useForm({ initialValues: valuesOf(route) });
  const bodyOf = ({ name, memberId, vehicle, startPlace, stops }: typeof form.values) => ({
    name: name.trim(),
    memberId: memberId ?? undefined,
    vehicle: optionalText(vehicle),
    startPlace: optionalText(startPlace),
    stops: stops.map((stop) => stop.propertyId),
  });

  return (
    <EditForm
      form={form}
      save={save}
      bodyOf={bodyOf}
      stored={route && valuesOf(route)}
      names={{
        name: t('name'),
        memberId: t('assignedTo'),
        vehicle: t('vehicle'),
        startPlace: t('startPlace'),
        stops: t('stops'),
      }}
      written={(field, value) =>
        field === 'memberId'
          ? (members.data?.find((member) => member.id === value)?.displayName ?? '')
          : Array.isArray(value)
            ? value.map((stop, index) => `${index + 1}. ${stop.name}`).join(', ')
            : String(value ?? '')
      }
      onReload={onReload}
    >
      <div className="portal-columns">
        <Surface>
          <Stack>
            <TextInput label={t('name')} required maxLength={120} {...form.getInputProps('name')} />
            <Select
              label={t('assignedTo')}
              placeholder={members.isPending ? t('loadingMembers') : t('nobody')}
              clearable
              searchable
              clearButtonProps={{ 'aria-label': t('assignToNobody') }}
              data={(members.data ?? []).map((member) => ({
                value: member.id,
                label: `${member.displayName} (${t(`account:role.${member.role}`)})`,
              }))}
              {...form.getInputProps('memberId')}
            />
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <TextInput label={t('vehicle')} maxLength={80} {...form.getInputProps('vehicle')} />
              <TextInput label={t('startPlace')} maxLength={160} {...form.getInputProps('startPlace')} />
            </SimpleGrid>
            <RouteTotals stops={form.values.stops.length} totals={totalsOf(form.values.stops)} />
            <StopsEditor
              stops={form.values.stops}
              onChange={(stops) => form.setFieldValue('stops', stops)}
              error={typeof form.errors.stops === 'string' ? form.errors.stops : undefined}
            />
          </Stack>
        </Surface>
        <Surface p="xs" className="portal-surface portal-sticky">
          <RouteMap stops={form.values.stops} height={460} />
        </Surface>
      </div>
    </EditForm>
  );
}
