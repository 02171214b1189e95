import { Alert, Button, Center, List, Loader, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem';
import { AlertIcon } from './icons';

export function EmptyState({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py={48} px="md" ta="center">
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text c="dimmed" maw={460}>
        {children}
      </Text>
      {action && <div>{action}</div>}
    </Stack>
  );
}

interface ProblemAlertProps {
  error: unknown;
  title?: string;
  onRetry?: () => void;
  children?: ReactNode;
}

/** A failure in the server's own words, with every field it names. */
export function ProblemAlert({ error, title, onRetry, children }: ProblemAlertProps) {
  const { t } = useTranslation();
  const problem = asProblem(error);
  return (
    <Alert color="red" variant="light" title={title ?? t('failed')} icon={<AlertIcon />} role="alert" mb="md">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{problem.message}</Text>
        {problem.errors.length > 0 && (
          <List size="sm">
            {problem.errors.map((each) => (
              <List.Item key={each.field + each.message}>{each.message}</List.Item>
            ))}
          </List>
        )}
        {problem.status >= 500 && problem.requestId && (
          <Text size="xs">{t('requestId', { id: problem.requestId })}</Text>
        )}
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('again')}
          </Button>
        )}
        {children}
      </Stack>
    </Alert>
  );
}

export function ListSkeleton({ rows = 8 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" p="md" role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={30} />
      ))}
    </Stack>
  );
}

export function FullPageLoader() {
  const { t } = useTranslation();
  return (
    <Center mih="100vh" role="status" aria-label={t('loading')}>
      <Loader />
    </Center>
  );
}
