import { Text } from '@mantine/core';

/** A number with its name below. */
export function Count({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <Text size="xl" fw={650}>
        {value}
      </Text>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
    </div>
  );
}
