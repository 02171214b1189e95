import type { NewCustomer } from '../api/types';
import type { Terms } from '../customer/TermsFields';
import { optionalText } from '../shell/editing';

export interface Order extends Terms {
  template: string;
  email: string;
  displayName: string;
}

export const EMPTY: Order = {
  name: '',
  plan: '',
  contactEmail: '',
  timeZone: '',
  locale: '',
  units: '',
  currency: '',
  template: '',
  email: '',
  displayName: '',
};

export const STEPS = ['company', 'template', 'admin', 'review'] as const;

const FIELDS: (keyof Order)[][] = [
  ['name', 'plan', 'contactEmail', 'timeZone', 'locale', 'units', 'currency'],
  ['template'],
  ['email', 'displayName'],
];

/** Which fields a step asks for. */
export const fieldsOf = (step: number): (keyof Order)[] => FIELDS[step] ?? [];

/** The first step with a field that something is said about; none if it is about no field. */
export function stepOf(fields: string[]): number | undefined {
  const step = FIELDS.findIndex((own) => own.some((field) => fields.includes(field)));
  return step < 0 ? undefined : step;
}

/** What is still to be filled in, by field; a template decides what is left empty, but for these. */
export function missingIn(order: Order, step: number): (keyof Order)[] {
  const required: (keyof Order)[] = ['name', 'plan', 'email', 'displayName'];
  const given = order.template ? required : [...required, ...NEEDED_WITHOUT_TEMPLATE];
  const here = step === 1 ? [...fieldsOf(0), ...fieldsOf(1)] : fieldsOf(step);
  const asked = step === 0 ? required : given;
  return here.filter((field) => asked.includes(field) && !order[field]?.trim());
}

const NEEDED_WITHOUT_TEMPLATE: (keyof Order)[] = ['timeZone', 'locale', 'currency'];

export function sentOf(order: Order): NewCustomer {
  const { email, displayName, units, template, ...terms } = order;
  const given = Object.fromEntries(Object.entries(terms).map(([field, value]) => [field, optionalText(value ?? '')]));
  return {
    ...given,
    units: (units || undefined) as NewCustomer['units'],
    template: template || undefined,
    admin: { email: email.trim(), displayName: displayName.trim() },
  };
}
