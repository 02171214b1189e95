import { AppShell, Box, Burger, Group, NavLink, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { CompanySwitcher } from '../account/CompanySwitcher';
import { useSignIn } from '../account/useSession';
import type { Support } from '../api/session';
import { Logo } from './Logo';
import type { NavigationItem } from './navigation';
import { ListSkeleton } from './states';
import { whenIdle } from './whenIdle';

const Bell = whenIdle(async () => (await import('../notification/Bell')).Bell);
const SupportBanner = lazy(async () => ({ default: (await import('./SupportBanner')).SupportBanner }));
const AccountMenu = whenIdle(async () => (await import('../account/AccountMenu')).AccountMenu);

function isCurrent(item: NavigationItem, pathname: string): boolean {
  if (item.except && pathname.startsWith(`${item.to}/${item.except}`)) return false;
  if (item.exactly) return pathname.replace(/\/$/, '') === item.to;
  return pathname === item.to || pathname.startsWith(`${item.to}/`);
}

const HEADER = 56;
/** On a phone what it says takes more lines. */
const BANNER = { base: 112, sm: 56 };

export function Shell({ items, support }: { items: NavigationItem[]; support?: Support }) {
  const [opened, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  const { customer } = useSignIn();
  const { t } = useTranslation();
  useEffect(close, [pathname, close]);

  return (
    <AppShell
      header={{ height: support ? { base: HEADER + BANNER.base, sm: HEADER + BANNER.sm } : HEADER }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="md"
    >
      <AppShell.Header className="portal-surface">
        <a className="portal-skip" href="#content">
          {t('skip')}
        </a>
        {support && (
          <Box h={BANNER}>
            <Suspense>
              <SupportBanner support={support} />
            </Suspense>
          </Box>
        )}
        <Group h={HEADER} px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={opened ? t('navigation.close') : t('navigation.open')}
              aria-expanded={opened}
            />
            <Link to="/" className="portal-brand" aria-label={t('start')}>
              <Logo />
              <Text span fw={650} visibleFrom="xs">
                {t('product')}
              </Text>
            </Link>
          </Group>
          <Group gap="xs" wrap="nowrap" miw={0}>
            <CompanySwitcher />
            {customer && (
              <Suspense fallback={<Box w={34} h={34} />}>
                <Bell />
              </Suspense>
            )}
            <Suspense fallback={<Box w={34} h={34} />}>
              <AccountMenu />
            </Suspense>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" className="portal-surface" aria-label={t('navigation.main')}>
        <div className="portal-nav">
          {items.map((item) => (
            <NavLink
              key={item.to}
              component={Link}
              to={item.to}
              label={t(`nav.${item.name}`)}
              leftSection={<item.Icon />}
              active={isCurrent(item, pathname)}
              aria-current={isCurrent(item, pathname) ? 'page' : undefined}
              className="portal-nav-item"
              mb={4}
            />
          ))}
        </div>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Suspense fallback={<ListSkeleton />}>
          <Outlet />
        </Suspense>
      </AppShell.Main>
      <ScrollRestoration />
    </AppShell>
  );
}
