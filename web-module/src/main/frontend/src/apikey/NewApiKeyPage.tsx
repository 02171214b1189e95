import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../format/useFormat';
import { fromWallClock, toWallClock } from '../format/zoned';
import { showFieldErrors } from '../shell/editing';
import { AlertIcon } from '../shell/icons';
import { PageHeader } from '../shell/PageHeader';
import { ShownOnce } from '../shell/ShownOnce';
import { ProblemAlert } from '../shell/states';
import { Surface } from '../shell/Surface';
import { useUnsavedChanges } from '../shell/useUnsavedChanges';
import { SCOPES, useCreateApiKey } from './apiKeys';

const YEAR = 365 * 86_400_000;

export function NewApiKeyPage() {
  const { t } = useTranslation(['apikey', 'shell']);
  const { timeZone } = useFormat();
  const create = useCreateApiKey();
  const form = useForm({
    initialValues: {
      name: '',
      scopes: [] as string[],
      lastDay: toWallClock(new Date(Date.now() + YEAR).toISOString(), timeZone).slice(0, 10),
    },
    validate: { scopes: (value) => (value.length > 0 ? null : t('noScope')) },
  });
  useUnsavedChanges(() => form.isDirty() && !create.isSuccess);

  if (create.isSuccess) return <NewSecret made={create.data} />;
  const submit = ({ name, scopes, lastDay }: typeof form.values) =>
    create.mutate(
      { name: name.trim(), scopes, expiresAt: fromWallClock(`${lastDay}T23:59`, timeZone) },
      {
        onError: (error) => {
          showFieldErrors(form, error);
        },
      },
    );
  return (
    <>
      <PageHeader title={t('newTitle')} description={t('newText')} />
      <form onSubmit={form.onSubmit(submit)}>
        {create.isError && <ProblemAlert error={create.error} title={t('notMade')} />}
        <Surface maw={760}>
          <Stack>
            <TextInput
              label={t('name')}
              description={t('nameText')}
              required
              maxLength={120}
              {...form.getInputProps('name')}
            />
            <Checkbox.Group label={t('scopes')} description={t('scopesText')} {...form.getInputProps('scopes')}>
              <Stack gap="sm" mt="sm">
                {(Object.keys(SCOPES) as (keyof typeof SCOPES)[]).map((about) => (
                  <Group key={about} gap="lg" align="flex-start">
                    {SCOPES[about].map((right) => (
                      <Checkbox
                        key={right}
                        w={{ base: '100%', sm: 330 }}
                        value={`${about}:${right}`}
                        label={`${about}:${right}`}
                        description={t(`scope.${about}.${right}` as 'scope.work.read')}
                      />
                    ))}
                  </Group>
                ))}
              </Stack>
            </Checkbox.Group>
            <TextInput
              type="date"
              label={t('lastDay')}
              description={t('lastDayText')}
              required
              maw={220}
              {...form.getInputProps('lastDay')}
              error={form.errors.lastDay ?? form.errors.expiresAt}
            />
          </Stack>
        </Surface>
        <Group mt="lg">
          <Button type="submit" loading={create.isPending}>
            {t('make')}
          </Button>
          <Button variant="default" component={Link} to=".." relative="path">
            {t('shell:cancel')}
          </Button>
        </Group>
      </form>
    </>
  );
}

interface NewSecretProps {
  made: { key: { name: string }; clientId: string; clientSecret: string };
}

function NewSecret({ made }: NewSecretProps) {
  const { t } = useTranslation('apikey');
  return (
    <>
      <PageHeader title={t('made', { name: made.key.name })} />
      <Surface maw={760}>
        <Stack>
          <Alert color="yellow" icon={<AlertIcon />} title={t('onceTitle')}>
            {t('onceText')}
          </Alert>
          <ShownOnce label={t('clientId')} value={made.clientId} />
          <ShownOnce label={t('clientSecret')} value={made.clientSecret} />
          <Text size="sm" c="dimmed">
            {t('howTo')}
          </Text>
          <div>
            <Button component={Link} to=".." relative="path" replace>
              {t('kept')}
            </Button>
          </div>
        </Stack>
      </Surface>
    </>
  );
}
