import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Property, PropertyStatus } from '../api/types';
import { confirm } from '../shell/confirm';
import { glyphOf } from '../shell/StatusBadge';
import { STATUSES } from './properties';
import { useChangeStatus } from './useChangeStatus';

/** The status of a property, to be changed in its row. */
export function StatusField({ property }: { property: Property }) {
  const { t } = useTranslation(['property', 'shell']);
  const change = useChangeStatus(property);
  const choose = (status: PropertyStatus) => {
    if (status !== 'ARCHIVED') return change(status);
    // Undoing would not put it back on its routes.
    confirm({
      title: t('archive.question'),
      text: t('archive.text', { name: property.name }),
      yes: t('archive.yes'),
      onYes: () => change(status),
    });
  };
  return (
    <NativeSelect
      size="xs"
      aria-label={t('statusOf', { name: property.name })}
      value={property.status}
      onChange={(event) => choose(event.currentTarget.value as PropertyStatus)}
      data={STATUSES.map((status) => ({ value: status, label: `${glyphOf(status)} ${t(`shell:status.${status}`)}` }))}
    />
  );
}
