import type { Role } from '../api/types';

export const ROLE_NAMES: Record<Role, string> = {
  ADMIN: 'Administrator',
  MANAGER: 'Manager',
  CONTRACTOR: 'Contractor',
  VIEWER: 'Viewer',
  SUPER_ADMIN: 'Super administrator',
};

/** What the screens offer; the server decides what is allowed. */
export const mayPlan = (role: Role) => role === 'ADMIN' || role === 'MANAGER';
export const mayReadOffice = (role: Role) => role !== 'CONTRACTOR';
