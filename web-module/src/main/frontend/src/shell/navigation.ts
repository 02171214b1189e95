import type { ComponentType } from 'react';
import { mayPlan, mayReadOffice } from '../account/roles';
import type { Role } from '../api/types';
import {
  BoxIcon,
  BuildingIcon,
  CloudIcon,
  CompanyIcon,
  HistoryIcon,
  HomeIcon,
  MoneyIcon,
  NightIcon,
  PeopleIcon,
  PlayIcon,
  ReportIcon,
  RouteIcon,
  SettingsIcon,
  SnowIcon,
  UploadIcon,
  WorkIcon,
} from './icons';
import type words from './words.en.json';

export interface NavigationItem {
  to: string;
  /** The item's name among the words of the shell. */
  name: keyof typeof words.nav;
  Icon: ComponentType;
  /** A part below this address that has an item of its own. */
  except?: string;
  /** Whether what lies below this address belongs to other items. */
  exactly?: boolean;
}

/** Where people of a company go, by what their role includes. */
export function customerNavigation(customerId: string, role: Role): NavigationItem[] {
  const at = (path: string) => `/c/${customerId}/${path}`;
  const crew: NavigationItem = { to: at('crew'), name: 'crew', Icon: PlayIcon };
  const items: NavigationItem[] = [
    ...(mayReadOffice(role) ? [] : [crew]),
    { to: at('properties'), name: 'properties', Icon: BuildingIcon, except: 'imports' },
    { to: at('routes'), name: 'routes', Icon: RouteIcon },
    { to: at('winter-events'), name: 'winterEvents', Icon: SnowIcon },
  ];
  if (mayReadOffice(role)) {
    items.unshift({ to: `/c/${customerId}`, name: 'dashboard', Icon: HomeIcon, exactly: true });
    items.push(
      { to: at('weather'), name: 'weather', Icon: CloudIcon },
      { to: at('work-logs'), name: 'workLogs', Icon: WorkIcon },
      { to: at('properties/imports'), name: 'imports', Icon: UploadIcon },
      { to: at('reports'), name: 'reports', Icon: ReportIcon },
      { to: at('members'), name: 'members', Icon: PeopleIcon },
    );
    if (mayPlan(role)) items.push({ to: at('equipment-rates'), name: 'equipmentRates', Icon: MoneyIcon });
    items.push({ to: at('company'), name: 'company', Icon: SettingsIcon });
  }
  if (mayPlan(role)) items.push(crew);
  return items;
}

export const CONSOLE_NAVIGATION: NavigationItem[] = [
  { to: '/console/customers', name: 'customers', Icon: CompanyIcon },
  { to: '/console/nights', name: 'nights', Icon: NightIcon },
  { to: '/console/plans', name: 'plans', Icon: MoneyIcon },
  { to: '/console/features', name: 'features', Icon: SettingsIcon },
  { to: '/console/templates', name: 'templates', Icon: BoxIcon },
  { to: '/console/audit', name: 'platformAudit', Icon: HistoryIcon },
];
