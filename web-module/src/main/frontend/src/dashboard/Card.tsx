import './dashboard.css';
import { Group, Skeleton, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../shell/states';
import { Surface } from '../shell/Surface';

interface CardProps {
  title: string;
  className?: string;
  /** Beside the title. */
  aside?: ReactNode;
  pending?: boolean;
  error?: unknown;
  onRetry?: () => void;
  children?: ReactNode;
}

/** A part of the dashboard; what it lacks, or waits for, leaves the others as they are. */
export function Card({ title, className, aside, pending, error, onRetry, children }: CardProps) {
  return (
    <Surface className={`portal-surface ${className ?? ''}`}>
      <Group justify="space-between" mb="sm" gap="xs" mih={28}>
        <Title order={2} size="h4">
          {title}
        </Title>
        {aside}
      </Group>
      {error ? (
        <ProblemAlert error={error} onRetry={onRetry} />
      ) : pending ? (
        <CardSkeleton />
      ) : (
        children
      )}
    </Surface>
  );
}

export function CardSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('loading')}>
      <Skeleton height={24} mb="sm" />
      <Skeleton height={24} mb="sm" width="80%" />
      <Skeleton height={24} width="60%" />
    </div>
  );
}
