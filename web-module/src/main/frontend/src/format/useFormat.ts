import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignIn } from '../account/useSession';
import { localeIn } from '../words/language';
import { createFormat, type Format } from './format';

/** The customer's own format; operators, who have no customer, read by their browser's. */
export function useFormat(): Format {
  const customer = useSignIn().customer;
  const { i18n } = useTranslation();
  const locale = localeIn(i18n.language, customer?.locale ?? navigator.language);
  const timeZone = customer?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const units = customer?.units ?? 'METRIC';
  return useMemo(() => createFormat(locale, timeZone, units), [locale, timeZone, units]);
}
