import { Autocomplete, Button, NativeSelect, NumberInput, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaterialUnit } from '../api/types';
import { useFormat } from '../format/useFormat';
import { PageHeader } from '../shell/PageHeader';
import { optionalNumber } from '../shell/editing';
import { shownDepth, typedDepth } from '../format/depth';
import { Actions } from './Actions';
import type { Finish } from './entries';
import { MomentField } from './MomentField';

const UNITS: Record<'METRIC' | 'IMPERIAL', MaterialUnit[]> = {
  METRIC: ['KG', 'T', 'L', 'M3', 'BAG', 'LB', 'TON', 'GAL', 'YD3'],
  IMPERIAL: ['LB', 'TON', 'GAL', 'YD3', 'BAG', 'KG', 'T', 'L', 'M3'],
};

interface FinishFormProps {
  title: string;
  /** What the server did not take, to be mended; else the work ends now. */
  entered?: Finish;
  onSend: (facts: Finish) => Promise<void>;
  onCancel: () => void;
}

/** What was done; nothing has to be filled in. */
export function FinishForm({ title, entered, onSend, onCancel }: FinishFormProps) {
  const { t } = useTranslation('crew');
  const { units } = useFormat();
  const choices = UNITS[units];
  const [passes, setPasses] = useState(entered?.passes ?? 1);
  const [depth, setDepth] = useState<number | string>(shownDepth(entered?.depthCm, units));
  const [material, setMaterial] = useState(entered?.material ?? '');
  const [quantity, setQuantity] = useState<number | string>(entered?.materialQuantity ?? '');
  const [unit, setUnit] = useState<string>(entered?.materialUnit ?? choices[0]!);
  const [notes, setNotes] = useState(entered?.notes ?? '');
  const [endedAt, setEndedAt] = useState(entered?.endedAt);
  const [missing, setMissing] = useState(false);
  const [sending, setSending] = useState(false);

  const send = async () => {
    const materialQuantity = optionalNumber(quantity);
    if (materialQuantity !== undefined && !material.trim()) return setMissing(true);
    setSending(true);
    await onSend({
      endedAt: endedAt ?? new Date().toISOString(),
      passes,
      depthCm: typedDepth(optionalNumber(depth), entered?.depthCm, units),
      material: material.trim() || undefined,
      materialQuantity,
      materialUnit: materialQuantity === undefined ? undefined : choices.find((each) => each === unit),
      notes: notes.trim() || undefined,
    });
    setSending(false);
  };

  return (
    <>
      <PageHeader title={title} description={t('action.finish')} />
      <div role="group" aria-label={t('form.passes')}>
        <Text fw={600} mb={4}>
          {t('form.passes')}
        </Text>
        <div className="crew-actions-row">
          <Button
            className="crew-button"
            variant="default"
            aria-label={t('form.fewer')}
            disabled={passes <= 1}
            onClick={() => setPasses(passes - 1)}
          >
            −
          </Button>
          <Text fz={28} fw={700} ta="center" lh="60px" aria-live="polite">
            {passes}
          </Text>
          <Button
            className="crew-button"
            variant="default"
            aria-label={t('form.more')}
            disabled={passes >= 1000}
            onClick={() => setPasses(passes + 1)}
          >
            +
          </Button>
        </div>
      </div>
      <Autocomplete
        label={t('form.material')}
        size="lg"
        maxLength={40}
        data={[t('materials.rockSalt'), t('materials.brine'), t('materials.sand'), t('materials.calcium')]}
        comboboxProps={{ withinPortal: false }}
        value={material}
        onChange={(value) => {
          setMaterial(value);
          setMissing(false);
        }}
        error={missing && t('form.materialNeeded')}
      />
      <div className="crew-actions-row">
        <NumberInput
          label={t('form.quantity')}
          size="lg"
          min={0}
          decimalScale={2}
          hideControls
          value={quantity}
          onChange={setQuantity}
        />
        <NativeSelect
          label={t('form.unit')}
          size="lg"
          value={unit}
          data={choices.map((each) => ({ value: each, label: t(`unit.${each}`) }))}
          onChange={({ currentTarget }) => setUnit(currentTarget.value)}
        />
      </div>
      <NumberInput
        label={t('form.depth', { unit: units === 'METRIC' ? 'cm' : 'in' })}
        size="lg"
        min={0}
        decimalScale={1}
        hideControls
        value={depth}
        onChange={setDepth}
      />
      <Textarea
        label={t('form.notes')}
        size="lg"
        maxLength={2000}
        autosize
        minRows={2}
        value={notes}
        onChange={({ currentTarget }) => setNotes(currentTarget.value)}
      />
      {endedAt !== undefined && <MomentField label={t('form.ended')} value={endedAt} onChange={setEndedAt} />}
      <Actions layout="form">
        <Button className="crew-button crew-main" loading={sending} onClick={() => void send()}>
          {entered ? t('form.save') : t('form.end')}
        </Button>
        <Button className="crew-button" variant="default" onClick={onCancel}>
          {t('form.cancel')}
        </Button>
      </Actions>
    </>
  );
}
