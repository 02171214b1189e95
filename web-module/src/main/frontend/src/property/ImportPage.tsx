import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCustomer } from '../account/useSession';
import { PageHeader } from '../shell/PageHeader';
import { PageProblem } from '../shell/pages';
import { ListSkeleton } from '../shell/states';
import { Surface } from '../shell/Surface';
import { ImportProgress, RejectedRows } from './ImportResult';
import { isRunning, usePropertyImport } from './imports';

/** One import, while it runs and afterwards. */
export function ImportPage() {
  const { importId = '' } = useParams();
  const { customerId } = useCustomer();
  const { t } = useTranslation('property');
  const queries = useQueryClient();
  const { data, isError, error, refetch } = usePropertyImport(importId);
  const ended = data !== undefined && !isRunning(data);

  useEffect(() => {
    if (ended) void queries.invalidateQueries({ queryKey: [customerId, 'properties'] });
  }, [ended, queries, customerId]);

  if (isError && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  return (
    <>
      <PageHeader title={data.fileName} description={data.dryRun ? t('imports.dryRunAbout') : t('imports.importAbout')}>
        <Button component={Link} to={`/c/${customerId}/properties/imports`} variant="default">
          {t('imports.all')}
        </Button>
        {ended && !data.dryRun && data.rowsAccepted > 0 && (
          <Button component={Link} to={`/c/${customerId}/properties?sort=-createdAt`}>
            {t('imports.see')}
          </Button>
        )}
      </PageHeader>
      <Surface>
        <ImportProgress running={data} />
      </Surface>
      {data.rowsRejected > 0 && <RejectedRows finished={data} />}
    </>
  );
}
