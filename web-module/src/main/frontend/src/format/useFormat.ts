import { useMemo } from 'react';
import { useSignIn } from '../account/useSession';
import { createFormat, type Format } from './format';

/** The customer's own format; operators, who have no customer, read by their browser's. */
export function useFormat(): Format {
  const customer = useSignIn().customer;
  const locale = customer?.locale ?? navigator.language;
  const timeZone = customer?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return useMemo(() => createFormat(locale, timeZone), [locale, timeZone]);
}
