import { AppShell, Burger, Group, NavLink, ScrollArea, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ComponentType, useEffect } from 'react';
import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { AccountMenu } from '../account/AccountMenu';
import { CompanySwitcher } from '../account/CompanySwitcher';
import { Logo } from './Logo';

export interface NavigationItem {
  to: string;
  label: string;
  Icon: ComponentType;
  /** A part below this address that has an item of its own. */
  except?: string;
}

function isCurrent(item: NavigationItem, pathname: string): boolean {
  if (item.except && pathname.startsWith(`${item.to}/${item.except}`)) return false;
  return pathname === item.to || pathname.startsWith(`${item.to}/`);
}

export function Shell({ items }: { items: NavigationItem[] }) {
  const [opened, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  useEffect(close, [pathname, close]);

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="md"
    >
      <AppShell.Header className="portal-surface">
        <a className="portal-skip" href="#content">
          Skip to content
        </a>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={opened ? 'Close navigation' : 'Open navigation'}
              aria-expanded={opened}
            />
            <Link to="/" className="portal-brand" aria-label="Contractor Portal, start">
              <Logo />
              <Text span fw={650} visibleFrom="xs">
                Contractor Portal
              </Text>
            </Link>
          </Group>
          <Group gap="xs" wrap="nowrap" miw={0}>
            <CompanySwitcher />
            <AccountMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" className="portal-surface" aria-label="Main">
        <ScrollArea>
          {items.map((item) => (
            <NavLink
              key={item.to}
              component={Link}
              to={item.to}
              label={item.label}
              leftSection={<item.Icon />}
              active={isCurrent(item, pathname)}
              aria-current={isCurrent(item, pathname) ? 'page' : undefined}
              className="portal-nav-item"
              mb={4}
            />
          ))}
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Outlet />
      </AppShell.Main>
      <ScrollRestoration />
    </AppShell>
  );
}
