import { Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { notifyProblem } from '../shell/notify';
import { Surface } from '../shell/Surface';
import { useReportKinds } from './reports';
import { useSubscribe, useSubscriptions } from './subscriptions';

/** Of which reports the member wants a letter in the morning; each tick is kept at once. */
export function Subscriptions() {
  const { t } = useTranslation('report');
  const own = useSubscriptions();
  const subscribe = useSubscribe();
  const kinds = useReportKinds();
  if (!own.data || !kinds.data) return null;
  return (
    <Surface mt="md">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4">
            {t('subscribe.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('subscribe.text')}
          </Text>
        </div>
        {kinds.data.map(({ kind, title, formats }) => (
          <Checkbox.Group
            key={kind}
            aria-label={title}
            value={own.data.get(kind) ?? []}
            onChange={(wanted) => subscribe.mutate({ kind, formats: wanted }, { onError: notifyProblem })}
          >
            <Group justify="space-between" gap="xs">
              <Text size="sm">{title}</Text>
              <Group gap="md">
                {formats.map((format) => (
                  <Checkbox
                    key={format}
                    value={format}
                    label={format.toUpperCase()}
                    aria-label={t('subscribe.as', { title, format: format.toUpperCase() })}
                    disabled={subscribe.isPending}
                  />
                ))}
              </Group>
            </Group>
          </Checkbox.Group>
        ))}
      </Stack>
    </Surface>
  );
}
