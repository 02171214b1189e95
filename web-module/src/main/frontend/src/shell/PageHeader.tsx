import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

/** Names the browser tab. */
export function useTabName(name: string) {
  useEffect(() => {
    document.title = `${name} · Contractor Portal`;
  }, [name]);
}

interface PageHeaderProps {
  title: string;
  description?: ReactNode;
  children?: ReactNode;
}

/** The page's heading, which names the browser tab too, with the page's actions beside it. */
export function PageHeader({ title, description, children }: PageHeaderProps) {
  useTabName(title);
  return (
    <Group justify="space-between" align="flex-start" mb="md" gap="sm">
      <Stack gap={2}>
        <Title order={1} size="h2">
          {title}
        </Title>
        {description && (
          <Text component="div" c="dimmed">
            {description}
          </Text>
        )}
      </Stack>
      <Group gap="xs">{children}</Group>
    </Group>
  );
}
