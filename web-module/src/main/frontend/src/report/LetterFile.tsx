import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { DownloadIcon } from '../shell/icons';
import { notifyProblem } from '../shell/notify';
import { downloadFile } from './reports';

/** The file to which a letter has led. */
export function LetterFile() {
  const { t } = useTranslation('report');
  const [params] = useSearchParams();
  const [loading, setLoading] = useState(false);
  const run = params.get('run');
  const file = params.get('file');
  if (!run || !file) return null;
  const start = () => {
    setLoading(true);
    void downloadFile(run, file)
      .catch(notifyProblem)
      .finally(() => setLoading(false));
  };
  return (
    <Alert title={t('fromLetter')} mb="md">
      <Group justify="space-between">
        <Text size="sm">{file}</Text>
        <Button size="xs" loading={loading} leftSection={<DownloadIcon size={16} />} onClick={start}>
          {t('download')}
        </Button>
      </Group>
    </Alert>
  );
}
