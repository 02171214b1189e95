import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportFile, ReportRun } from '../api/types';
import { useFormat } from '../format/useFormat';
import { DownloadIcon } from '../shell/icons';
import { notifyProblem } from '../shell/notify';
import { downloadReport } from './reports';

/** What a run wrote, to download. */
export function RunFiles({ run }: { run: ReportRun }) {
  return run.files.map((file) => <DownloadButton key={file.name} run={run} file={file} />);
}

export function DownloadButton({ run, file }: { run: ReportRun; file: ReportFile }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const size = format.bytes(file.byteCount);
  const type = file.name.split('.').pop()?.toUpperCase();
  return (
    <FetchButton
      label={t('downloadFile', { name: file.name, size, time: format.dateTime(run.asOf) })}
      variant="default"
      fetchFile={() => downloadReport(run, file)}
    >
      {type}
      <Text span inherit visibleFrom="sm">
        &nbsp;({size})
      </Text>
    </FetchButton>
  );
}

export function FetchButton({
  label,
  variant,
  fetchFile,
  children,
}: {
  label: string;
  variant: 'default' | 'subtle';
  fetchFile: () => Promise<void>;
  children: ReactNode;
}) {
  const [loading, setLoading] = useState(false);
  const start = () => {
    setLoading(true);
    void fetchFile()
      .catch(notifyProblem)
      .finally(() => setLoading(false));
  };
  return (
    <Button
      variant={variant}
      size="xs"
      loading={loading}
      leftSection={<DownloadIcon size={16} />}
      aria-label={label}
      onClick={start}
    >
      {children}
    </Button>
  );
}
