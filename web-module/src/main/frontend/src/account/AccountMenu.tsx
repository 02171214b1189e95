import { ActionIcon, Menu, Text, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from 'react-router';
import { session } from '../api/session';
import { KeyIcon, LeaveIcon, NightIcon, PersonIcon, ShieldIcon, SunIcon } from '../shell/icons';
import { notifyProblem } from '../shell/notify';
import { ChangePassword } from './ChangePassword';
import { ROLE_NAMES } from './roles';
import { useSignIn } from './useSession';

export function AccountMenu() {
  const { account, customer } = useSignIn();
  const navigate = useNavigate();
  const scheme = useComputedColorScheme('light');
  const { setColorScheme } = useMantineColorScheme();
  const [changing, { open, close }] = useDisclosure();
  const dark = scheme === 'dark';

  const signOut = () =>
    session
      .logout()
      .catch(notifyProblem)
      .then(() => navigate('/login'));

  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon variant="default" size="lg" radius="xl" aria-label="Your account">
            <PersonIcon />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Text size="sm" fw={600} c="bright">
              {account.displayName}
            </Text>
            <Text size="xs" c="dimmed">
              {account.email}
            </Text>
            <Text size="xs" c="dimmed">
              {ROLE_NAMES[customer?.role ?? 'SUPER_ADMIN']}
            </Text>
          </Menu.Label>
          <Menu.Divider />
          <Menu.Item
            leftSection={dark ? <SunIcon /> : <NightIcon />}
            closeMenuOnClick={false}
            onClick={() => setColorScheme(dark ? 'light' : 'dark')}
          >
            {dark ? 'Light colours' : 'Dark colours'}
          </Menu.Item>
          <Menu.Item leftSection={<KeyIcon />} onClick={open}>
            Change password
          </Menu.Item>
          <Menu.Item leftSection={<ShieldIcon />} onClick={() => void navigate('/security')}>
            Security
          </Menu.Item>
          <Menu.Item leftSection={<LeaveIcon />} onClick={() => void signOut()}>
            Sign out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ChangePassword opened={changing} onClose={close} />
    </>
  );
}
