import { Anchor, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Customer } from '../api/types';
import { EmptyState } from '../shell/states';
import { Surface } from '../shell/Surface';

/** What entering a company means, and the way in: a tab of its own. */
export function SupportTab({ customer: { customerId, status } }: { customer: Customer }) {
  const { t } = useTranslation('customer');
  if (status === 'SUSPENDED' || status === 'CLOSED') {
    return (
      <Surface>
        <EmptyState title={t('support.notOpen')}>{t('support.notOpenText')}</EmptyState>
      </Surface>
    );
  }
  return (
    <Surface>
      <Stack maw={620}>
        <Title order={2} size="h4">
          {t('support.title')}
        </Title>
        <List size="sm" spacing={4}>
          {(['seen', 'limited', 'tab', 'never'] as const).map((each) => (
            <List.Item key={each}>{t(`support.rule.${each}`)}</List.Item>
          ))}
        </List>
        <Group>
          <Button component="a" href={`/console/customers/${customerId}/enter`} target="_blank" rel="noopener">
            {t('support.goEnter')}
          </Button>
        </Group>
        <Text size="sm">
          <Anchor component={Link} to={`/console/audit?customer=${customerId}&entity=support-access`} size="sm">
            {t('support.trail')}
          </Anchor>
        </Text>
      </Stack>
    </Surface>
  );
}
