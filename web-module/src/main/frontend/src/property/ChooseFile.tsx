import { Button, FileButton, Stack, Text } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
import { UploadIcon } from '../shell/icons';

/** Takes a file, dropped or chosen. */
export function ChooseFile({ file, onChoose }: { file?: File; onChoose: (file: File) => void }) {
  const { t } = useTranslation('property');
  const format = useFormat();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped) onChoose(dropped);
  };
  return (
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
          {file ? t('wizard.chosen', { name: file.name, size: format.bytes(file.size) }) : t('wizard.drop')}
        </Text>
        <FileButton
          onChange={(chosen) => chosen && onChoose(chosen)}
          accept=".csv,text/csv"
          inputProps={{ 'aria-label': t('wizard.csvFile') }}
        >
          {(props) => (
            <Button variant="default" {...props}>
              {file ? t('wizard.chooseOther') : t('wizard.choose')}
            </Button>
          )}
        </FileButton>
      </Stack>
    </div>
  );
}
