import type { Role } from '../api/types';

/** What the screens offer; the server decides what is allowed. */
export const mayAdministrate = (role: Role) => role === 'ADMIN';
export const mayPlan = (role: Role) => role === 'ADMIN' || role === 'MANAGER';
export const mayReadOffice = (role: Role) => role !== 'CONTRACTOR';
export const mayWork = (role: Role) => role !== 'VIEWER';
