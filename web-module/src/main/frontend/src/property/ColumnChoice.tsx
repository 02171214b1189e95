import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChevronIcon } from '../shell/icons';
import { COLUMNS, placeOf, toggled, USUAL_COLUMNS } from './columns';
import { useStored } from './useStored';

export function ColumnChoice() {
  const { t } = useTranslation('property');
  const [chosen, setChosen] = useStored(placeOf, USUAL_COLUMNS);
  return (
    <Popover withinPortal={false} trapFocus position="bottom-start">
      <Popover.Target>
        <Button variant="default" rightSection={<ChevronIcon size={14} />} visibleFrom="sm">
          {t('columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs" role="group" aria-label={t('columns')}>
          {COLUMNS.map((column) => (
            <Checkbox
              key={column}
              label={t(`column.${column}`)}
              checked={chosen.includes(column)}
              onChange={() => setChosen((before) => toggled(before, column))}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
