import { Button, FileButton, Stack, Switch, Text } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useFormat } from '../format/useFormat';
import { UploadIcon } from '../shell/icons';
import { ProblemAlert } from '../shell/states';
import { Surface } from '../shell/Surface';
import { useStartImport } from './imports';

export function UploadForm() {
  const navigate = useNavigate();
  const format = useFormat();
  const start = useStartImport();
  const [file, setFile] = useState<File | null>(null);
  const [dryRun, setDryRun] = useState(false);
  const [over, setOver] = useState(false);

  const choose = (chosen: File | null) => {
    start.reset();
    setFile(chosen);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    choose(event.dataTransfer.files[0] ?? null);
  };
  const upload = () => file && start.mutate({ file, dryRun }, { onSuccess: (started) => void navigate(started.id) });

  return (
    <Surface>
      <Stack>
        {start.isError && <ProblemAlert error={start.error} title="Not imported" />}
        <div
          className="portal-drop"
          data-over={over}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <Stack align="center" gap="xs">
            <UploadIcon size={28} />
            <Text role="status">
              {file ? `${file.name} (${format.bytes(file.size)})` : 'Drop a CSV file here, or choose one.'}
            </Text>
            <FileButton onChange={choose} accept=".csv,text/csv" inputProps={{ 'aria-label': 'CSV file' }}>
              {(props) => (
                <Button variant="default" {...props}>
                  {file ? 'Choose another file' : 'Choose a file'}
                </Button>
              )}
            </FileButton>
          </Stack>
        </div>
        <Text size="sm" c="dimmed">
          The first line names the columns: address (or street), and if you have them name, unit, city, state,
          postal_code, latitude, longitude, kind, area_m2, trigger_depth_cm, site_notes, status. Good rows are kept; bad ones are listed with the reason.
        </Text>
        <Switch
          label="Dry run"
          description="Check the file without storing anything"
          checked={dryRun}
          onChange={(event) => setDryRun(event.currentTarget.checked)}
        />
        <div>
          <Button disabled={!file} loading={start.isPending} onClick={upload}>
            {dryRun ? 'Check the file' : 'Import'}
          </Button>
        </div>
      </Stack>
    </Surface>
  );
}
