import { useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignIn } from '../account/useSession';
import { localeIn } from '../words/language';
import { createFormat, type Format } from './format';
import { OwnFormat } from './OwnFormat';

/** As the person has set it, else as the company has; operators, who have no customer, read by their browser's. */
export function useFormat(): Format {
  const customer = useSignIn().customer;
  const own = useContext(OwnFormat);
  const { i18n } = useTranslation();
  const locale = localeIn(i18n.language, own?.locale ?? customer?.locale ?? navigator.language);
  const timeZone = own?.timeZone ?? customer?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const units = own?.units ?? customer?.units ?? 'METRIC';
  return useMemo(() => createFormat(locale, timeZone, units), [locale, timeZone, units]);
}
