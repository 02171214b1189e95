import { Autocomplete, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Work } from '../api/types';
import { PageHeader } from '../shell/PageHeader';
import { Actions } from './Actions';
import { useCrew } from './CrewFrame';
import { isKind, type StartContent } from './entries';
import { MomentField } from './MomentField';

const KINDS: Work[] = ['PLOW', 'SHOVEL', 'SALT', 'SAND', 'DEICE', 'INSPECT', 'OTHER'];

interface StartFormProps {
  title: string;
  /** What the server did not take, to be mended; else the work begins now. */
  entered?: StartContent;
  onSend: (content: StartContent) => Promise<void>;
  onCancel: () => void;
}

/** What is done, and with what. */
export function StartForm({ title, entered, onSend, onCancel }: StartFormProps) {
  const { t } = useTranslation('crew');
  const { work, entries } = useCrew();
  const [kind, setKind] = useState<Work>(entered?.work ?? 'PLOW');
  const [equipment, setEquipment] = useState(entered?.equipment ?? '');
  const [startedAt, setStartedAt] = useState(entered?.startedAt);
  const [sending, setSending] = useState(false);

  // What the person used before; the office's list is not theirs to read.
  const used = [
    ...entries.flatMap((entry) => (isKind(entry, 'start') ? [entry.content.equipment] : [])),
    ...work.logs.map((log) => log.equipment),
  ].filter((each) => each !== undefined);

  const send = async () => {
    setSending(true);
    await onSend({
      ...entered,
      kind: 'start',
      work: kind,
      equipment: equipment.trim() || undefined,
      startedAt: startedAt ?? new Date().toISOString(),
    });
    setSending(false);
  };

  return (
    <>
      <PageHeader title={title} description={t('action.start')} />
      <fieldset className="crew-choices">
        <legend>
          <Text fw={600} mb={4}>
            {t('form.work')}
          </Text>
        </legend>
        {KINDS.map((each) => (
          <Button
            key={each}
            className="crew-button"
            variant={each === kind ? 'filled' : 'default'}
            aria-pressed={each === kind}
            onClick={() => setKind(each)}
          >
            {each === kind ? '✓ ' : ''}
            {t(`work.${each}`)}
          </Button>
        ))}
      </fieldset>
      <Autocomplete
        label={t('form.equipment')}
        size="lg"
        maxLength={80}
        data={[...new Set(used)].slice(0, 8)}
        comboboxProps={{ withinPortal: false }}
        value={equipment}
        onChange={setEquipment}
      />
      {startedAt !== undefined && <MomentField label={t('form.began')} value={startedAt} onChange={setStartedAt} />}
      <Actions layout="form">
        <Button className="crew-button crew-main" loading={sending} onClick={() => void send()}>
          {entered ? t('form.save') : t('form.begin')}
        </Button>
        <Button className="crew-button" variant="default" onClick={onCancel}>
          {t('form.cancel')}
        </Button>
      </Actions>
    </>
  );
}
