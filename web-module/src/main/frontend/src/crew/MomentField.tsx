import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
import { fromWallClock, toWallClock } from '../format/zoned';

/** A moment on the clock of the company. */
export function MomentField(props: { label: string; value: string; onChange: (iso: string) => void }) {
  const { t } = useTranslation('crew');
  const { timeZone } = useFormat();
  const [text, setText] = useState(() => toWallClock(props.value, timeZone));
  const change = (local: string) => {
    setText(local);
    if (local) props.onChange(fromWallClock(local, timeZone));
  };
  return (
    <TextInput
      type="datetime-local"
      size="lg"
      label={props.label}
      value={text}
      error={text ? undefined : t('form.time')}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  );
}
