import { Box, Burger, Group, Text } from '@mantine/core';
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

/** What is around every page. Its own styles, as the library's parts for this would weigh more than most pages. */
export function Shell({ items, support }: { items: NavigationItem[]; support?: Support }) {
  const [opened, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  const { customer } = useSignIn();
  const { t } = useTranslation();
  useEffect(close, [pathname, close]);

  return (
    <div className="portal-shell" data-support={support !== undefined}>
      <header className="portal-header portal-surface">
        <a className="portal-skip" href="#content">
          {t('skip')}
        </a>
        {support && (
          <div className="portal-header-banner">
            <Suspense>
              <SupportBanner support={support} />
            </Suspense>
          </div>
        )}
        <Group className="portal-header-row" px="md" justify="space-between" wrap="nowrap">
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
      </header>
      <nav className="portal-navigation portal-surface" data-opened={opened} aria-label={t('navigation.main')}>
        {items.map((item) => {
          const current = isCurrent(item, pathname);
          return (
            <Link key={item.to} to={item.to} className="portal-nav-item" aria-current={current ? 'page' : undefined}>
              <item.Icon />
              {t(`nav.${item.name}`)}
            </Link>
          );
        })}
      </nav>
      <main id="content" tabIndex={-1} className="portal-main">
        <Suspense fallback={<ListSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <ScrollRestoration />
    </div>
  );
}
