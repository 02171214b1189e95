import { Paper, type PaperProps } from '@mantine/core';
import type { ReactNode } from 'react';

export function Surface({ children, ...props }: PaperProps & { children: ReactNode }) {
  return (
    <Paper withBorder className="portal-surface" p="md" {...props}>
      {children}
    </Paper>
  );
}
