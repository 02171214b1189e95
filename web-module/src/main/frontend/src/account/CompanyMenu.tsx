import { Button, Menu, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { session } from '../api/session';
import { CheckIcon, ChevronIcon } from '../shell/icons';
import { notifyProblem } from '../shell/notify';
import { homeOf } from './destination';
import { useSignIn } from './useSession';

/** The open company's name with a menu of the others that the person belongs to. */
export function CompanyMenu() {
  const { customer, memberships } = useSignIn();
  const navigate = useNavigate();
  const { t } = useTranslation('account');
  const name = customer?.name ?? t('company.console');

  const switchTo = (customerId: string) =>
    session.switchTo(customerId).then((signIn) => navigate(homeOf(signIn)), notifyProblem);

  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button
          variant="default"
          size="sm"
          rightSection={<ChevronIcon size={14} />}
          aria-label={t('company.switch', { name })}
          maw={{ base: 180, xs: 320 }}
        >
          <Text size="sm" truncate>
            {name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {memberships.map((each) => (
          <Menu.Item
            key={each.customerId}
            leftSection={each.customerId === customer?.customerId ? <CheckIcon /> : <span />}
            onClick={() => void switchTo(each.customerId)}
          >
            {each.name}
            <Text size="xs" c="dimmed">
              {t(`role.${each.role}`)}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
