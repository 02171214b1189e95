import { useTranslation } from 'react-i18next';
import type { EventProgress } from '../api/types';
import { useFormat } from '../format/useFormat';

type Material = EventProgress['material'][number];

/** An amount of material as people read it. */
export function useMaterial(): (material: Material) => string {
  const { t } = useTranslation(['winterevent', 'worklog']);
  const format = useFormat();
  return ({ material, unit, quantity }) =>
    t('storm.materialOf', {
      material,
      quantity: t('storm.quantity', { number: format.number(quantity, 1), unit: t(`worklog:unit.${unit}`) }),
    });
}
