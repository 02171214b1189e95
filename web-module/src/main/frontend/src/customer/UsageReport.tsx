import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { download } from '../api/files';
import { useFormat } from '../format/useFormat';
import { DownloadIcon } from '../shell/icons';
import { notifyProblem } from '../shell/notify';
import { monthName, monthsUntil } from './months';

const MONTHS = 6;

/** What all customers used in a month, as a file. */
export function UsageReport() {
  const format = useFormat();
  const { t } = useTranslation('customer');
  const take = (month: string) =>
    void download(`/api/platform/usage-report?month=${month}`, `usage-${month}.csv`).catch(notifyProblem);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<DownloadIcon />}>
          {t('list.usageReport')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {monthsUntil(new Date(), MONTHS).map((month) => (
          <Menu.Item key={month} onClick={() => take(month)}>
            {monthName(format, month)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
