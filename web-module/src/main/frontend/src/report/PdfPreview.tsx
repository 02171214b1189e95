import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCustomer } from '../account/useSession';
import { fileAt } from '../api/files';
import type { ReportFile, ReportRun } from '../api/types';
import { useFormat } from '../format/useFormat';
import { ListSkeleton, ProblemAlert } from '../shell/states';
import { DownloadButton } from './RunFiles';
import { pathOf } from './reports';
import './preview.css';

/** What a tab keeps of a file while it is shown. */
const MOST = 20 * 1024 * 1024;

interface PdfPreviewProps {
  run: ReportRun;
  file: ReportFile;
  label: string;
}

/** A PDF in the page, where the browser can; where not, why, and the way to read it nevertheless. */
export function PdfPreview({ run, file, label }: PdfPreviewProps) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const tooLarge = file.byteCount > MOST;
  if (navigator.pdfViewerEnabled && !tooLarge) return <Pdf run={run} file={file} label={label} />;
  return (
    <Stack align="start">
      <Text>{tooLarge ? t('preview.tooLarge', { size: format.bytes(file.byteCount) }) : t('preview.noViewer')}</Text>
      <DownloadButton run={run} file={file} />
    </Stack>
  );
}

function Pdf({ run, file, label }: PdfPreviewProps) {
  const { customerId } = useCustomer();
  const pdf = useQuery({
    queryKey: [customerId, 'report-runs', 'pdf', run.id, file.name],
    queryFn: () => fileAt(pathOf(run.id, file.name)),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (pdf.isPending) return <ListSkeleton />;
  if (pdf.isError) return <ProblemAlert error={pdf.error} onRetry={() => void pdf.refetch()} />;
  return <Frame file={pdf.data} label={label} />;
}

function Frame({ file, label }: { file: Blob; label: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    // By its own address it would be a download; as what it says it is, it could be a page of the portal.
    const address = URL.createObjectURL(new Blob([file], { type: 'application/pdf' }));
    if (frame.current) frame.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [file]);
  return <iframe ref={frame} title={label} className="portal-pdf" />;
}
