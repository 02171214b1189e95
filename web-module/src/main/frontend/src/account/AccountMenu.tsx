import { ActionIcon, Menu, Text, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { session, type Support } from '../api/session';
import { leaveSupport } from '../customer/supportAccess';
import { dropDraftsExceptOf } from '../shell/drafts';
import { KeyIcon, LanguageIcon, LeaveIcon, NightIcon, PersonIcon, SettingsIcon, ShieldIcon, SunIcon } from '../shell/icons';
import { notifyProblem } from '../shell/notify';
import { type Language, LANGUAGES } from '../words/language';
import { chooseLanguage } from '../words/words';
import { useSignIn, useSupport } from './useSession';

const ChangePassword = lazy(async () => ({ default: (await import('./ChangePassword')).ChangePassword }));

export function AccountMenu() {
  const { account, customer } = useSignIn();
  // The operator's own account is not to be had with the company's token.
  const support = useSupport();
  const navigate = useNavigate();
  const { t, i18n } = useTranslation('account');
  const scheme = useComputedColorScheme('light');
  const { setColorScheme } = useMantineColorScheme();
  const [changing, setChanging] = useState<boolean>();
  const dark = scheme === 'dark';

  const signOut = async () => {
    const leave = () => void signOutNow();
    // Where that cannot be loaded nothing was ever entered.
    const crew = await import('../crew/askBeforeSignOut').catch(() => undefined);
    if (crew) await crew.askBeforeSignOut(account.id, leave);
    else leave();
  };
  // The cookie is of the operator's own session, which other tabs work in.
  const leaveCompany = ({ customerId, id }: Support) =>
    void leaveSupport({ customerId, id }, () =>
      void navigate(`/console/customers/${customerId}/support`, { replace: true }),
    ).catch(notifyProblem);
  const signOutNow = () =>
    session
      .logout()
      .catch(notifyProblem)
      .then(() => dropDraftsExceptOf(''))
      .then(() => navigate('/login'));

  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon variant="default" size="lg" radius="xl" aria-label={t('menu.label')}>
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
              {t(`role.${customer?.role ?? 'SUPER_ADMIN'}`)}
            </Text>
          </Menu.Label>
          <Menu.Divider />
          <Menu.Item
            leftSection={dark ? <SunIcon /> : <NightIcon />}
            closeMenuOnClick={false}
            onClick={() => setColorScheme(dark ? 'light' : 'dark')}
          >
            {dark ? t('menu.light') : t('menu.dark')}
          </Menu.Item>
          {Object.entries(LANGUAGES)
            .filter(([language]) => language !== i18n.language)
            .map(([language, name]) => (
              <Menu.Item
                key={language}
                leftSection={<LanguageIcon />}
                lang={language}
                onClick={() => void chooseLanguage(language as Language)}
              >
                {name}
              </Menu.Item>
            ))}
          {customer && !support && (
            <Menu.Item
              leftSection={<SettingsIcon />}
              onClick={() => void navigate(`/c/${customer.customerId}/settings`)}
            >
              {t('menu.settings')}
            </Menu.Item>
          )}
          {!support && (
            <>
              <Menu.Item leftSection={<KeyIcon />} onClick={() => setChanging(true)}>
                {t('menu.password')}
              </Menu.Item>
              <Menu.Item leftSection={<ShieldIcon />} onClick={() => void navigate('/security')}>
                {t('menu.security')}
              </Menu.Item>
            </>
          )}
          <Menu.Item leftSection={<LeaveIcon />} onClick={() => (support ? leaveCompany(support) : void signOut())}>
            {support ? t('menu.leaveSupport') : t('menu.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {changing !== undefined && <ChangePassword opened={changing} onClose={() => setChanging(false)} />}
      </Suspense>
    </>
  );
}
