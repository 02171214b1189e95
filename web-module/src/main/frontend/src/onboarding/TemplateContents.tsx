import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Template } from '../api/types';
import { Facts } from '../shell/Facts';

const MOST_NAMED = 5;

/** What a customer starts with, in short. */
export function TemplateContents({ content }: { content: Template['content'] }) {
  const { t } = useTranslation('onboarding');
  const { settings, equipmentRates = [], properties = [], propertyLists = [], routes = [] } = content;
  const some = (names: (string | undefined)[]) =>
    names.length === 0
      ? undefined
      : [...names.slice(0, MOST_NAMED), ...(names.length > MOST_NAMED ? [t('more', { count: names.length - MOST_NAMED })] : [])].join(', ');
  const facts = {
    [t('content.settings')]: some(
      [settings?.timeZone, settings?.locale, settings?.units, settings?.currency].filter(Boolean),
    ),
    [t('content.equipmentRates')]: some(equipmentRates.map((each) => each.equipment)),
    [t('content.properties')]: some(properties.map((each) => each.name)),
    [t('content.propertyLists')]: some(propertyLists.map((each) => each.name)),
    [t('content.routes')]: some(routes.map((each) => each.name)),
  };
  return Object.values(facts).some(Boolean) ? <Facts facts={facts} /> : <Text size="sm">{t('content.nothing')}</Text>;
}
