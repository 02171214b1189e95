import { useTranslation } from 'react-i18next';
import type { WorkLog } from '../api/types';
import { useFormat } from '../format/useFormat';

/** What a log says, as people read it; undefined is what it does not say. */
export function useLogTexts() {
  const { t } = useTranslation('worklog');
  const format = useFormat();
  return (log: WorkLog) => ({
    work: t(`work.${log.work}`),
    startedAt: format.dateTime(log.startedAt),
    endedAt: log.endedAt && format.dateTime(log.endedAt),
    took: log.endedAt && format.duration(log.startedAt, log.endedAt),
    equipment: log.equipment,
    rate:
      log.hourlyRate === undefined || !log.currency
        ? undefined
        : t('perHour', { amount: format.money(log.hourlyRate, log.currency) }),
    depthCm: log.depthCm === undefined ? undefined : format.depth(log.depthCm),
    material: materialOf(log),
    passes: log.passes === undefined ? undefined : format.number(log.passes),
    notes: log.notes,
    arrived: log.late ? t('arrivedLate', { time: format.dateTime(log.receivedAt) }) : undefined,
  });

  function materialOf({ material, materialQuantity, materialUnit }: WorkLog): string | undefined {
    if (materialQuantity === undefined || !materialUnit) return material;
    const quantity = t('quantity', { number: format.number(materialQuantity, 2), unit: t(`unit.${materialUnit}`) });
    return material ? `${material}, ${quantity}` : quantity;
  }
}
