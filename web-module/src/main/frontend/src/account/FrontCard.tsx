import { Center, Group, Paper, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from '../shell/Logo';

/** A page outside of the shell: one thing to do, in the middle. */
export function FrontCard({ title, page = title, children }: { title: string; page?: string; children: ReactNode }) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${page} · ${t('product')}`;
  }, [page, t]);
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder className="portal-surface" p="xl" w="100%" maw={420} shadow="sm">
        <Group gap="sm" mb="lg">
          <Logo size={36} />
          <Text fw={650} size="lg">
            {t('product')}
          </Text>
        </Group>
        <Title order={1} size="h3" mb="md">
          {title}
        </Title>
        {children}
      </Paper>
    </Center>
  );
}
