import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router';
import { ROLE_NAMES } from '../account/roles';
import type { Route, RouteStop } from '../api/types';
import { FormActions, optionalText, SaveProblem, showFieldErrors } from '../shell/editing';
import { notifyDone } from '../shell/notify';
import { Surface } from '../shell/Surface';
import { RouteMap } from './RouteMap';
import { useMembers, useSaveRoute } from './routes';
import { StopsEditor } from './StopsEditor';

interface RouteFormProps {
  route?: Route;
  onReload?: () => void;
}

export function RouteForm({ route, onReload = () => undefined }: RouteFormProps) {
  const navigate = useNavigate();
  const members = useMembers();
  const save = useSaveRoute(route);
  const form = useForm({
    initialValues: {
      name: route?.name ?? '',
      memberId: route?.memberId ?? null,
      vehicle: route?.vehicle ?? '',
      startPlace: route?.startPlace ?? '',
      stops: (route?.stops ?? []) as RouteStop[],
    },
  });
  const leave = () => void navigate('..', { relative: 'path' });

  return (
    <form
      onSubmit={form.onSubmit((values) =>
        save.mutate(
          {
            name: values.name.trim(),
            memberId: values.memberId ?? undefined,
            vehicle: optionalText(values.vehicle),
            startPlace: optionalText(values.startPlace),
            stops: values.stops.map((stop) => stop.propertyId),
          },
          {
            onSuccess: (saved) => {
              notifyDone(`${saved.name} is saved.`);
              leave();
            },
            onError: (error) => showFieldErrors(form, error),
          },
        ),
      )}
    >
      <SaveProblem error={save.error} onReload={onReload} />
      <div className="portal-columns">
        <Surface>
          <Stack>
            <TextInput label="Name" required maxLength={120} {...form.getInputProps('name')} />
            <Select
              label="Assigned to"
              placeholder={members.isPending ? 'Loading…' : 'Nobody yet'}
              clearable
              searchable
              clearButtonProps={{ 'aria-label': 'Assign to nobody' }}
              data={(members.data ?? []).map((member) => ({
                value: member.id,
                label: `${member.displayName} (${ROLE_NAMES[member.role]})`,
              }))}
              {...form.getInputProps('memberId')}
            />
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <TextInput label="Vehicle" maxLength={80} {...form.getInputProps('vehicle')} />
              <TextInput label="Start place" maxLength={160} {...form.getInputProps('startPlace')} />
            </SimpleGrid>
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
      <FormActions saving={save.isPending} onCancel={leave} />
    </form>
  );
}
