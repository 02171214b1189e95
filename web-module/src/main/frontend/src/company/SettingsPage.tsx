import { SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { OwnSettings } from '../api/types';
import { PageHeader } from '../shell/PageHeader';
import { PageProblem } from '../shell/pages';
import { ListSkeleton } from '../shell/states';
import { Surface } from '../shell/Surface';
import { type Language, LANGUAGES } from '../words/language';
import { chooseLanguage } from '../words/words';
import { useOwnSettings, useSaveOwnSettings } from './company';
import { localeChoices, timeZoneChoices } from './places';
import { SavedForm } from './SavedForm';

/** How the signed-in person wants to see the company's data. */
export function SettingsPage() {
  const { t, i18n } = useTranslation('company');
  const { data, isError, error, refetch } = useOwnSettings();
  if (isError && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHeader title={t('own.title')} description={t('own.text')} />
      <Stack maw={640}>
        <Surface>
          <Text id="portal-language" fw={500} size="sm" mb={4}>
            {t('own.language')}
          </Text>
          <SegmentedControl
            aria-labelledby="portal-language"
            value={i18n.language}
            onChange={(language) => void chooseLanguage(language as Language)}
            data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
          />
          <Text size="sm" c="dimmed" mt={4}>
            {t('own.languageText')}
          </Text>
        </Surface>
        <Surface>{data ? <OwnSettingsForm key={data.version} settings={data} /> : <ListSkeleton rows={3} />}</Surface>
      </Stack>
    </>
  );
}

function OwnSettingsForm({ settings }: { settings: OwnSettings }) {
  const { t, i18n } = useTranslation(['company', 'shell']);
  const save = useSaveOwnSettings(settings);
  const form = useForm({
    initialValues: {
      units: (settings.units ?? null) as string | null,
      locale: (settings.locale ?? null) as string | null,
      timeZone: (settings.timeZone ?? null) as string | null,
    },
  });
  const clearable = (label: string) => ({
    label,
    placeholder: t('own.asCompany'),
    clearable: true,
    clearButtonProps: { 'aria-label': t('shell:list.clearOne', { label }) },
  });
  return (
    <SavedForm
      form={form}
      save={save}
      bodyOf={(values) => ({
        units: (values.units ?? undefined) as OwnSettings['units'],
        locale: values.locale ?? undefined,
        timeZone: values.timeZone ?? undefined,
      })}
      done={t('own.saved')}
    >
      <Stack>
        <Select
          {...clearable(t('units'))}
          data={(['METRIC', 'IMPERIAL'] as const).map((value) => ({ value, label: t(`unit.${value}`) }))}
          {...form.getInputProps('units')}
        />
        <Select
          {...clearable(t('locale'))}
          data={localeChoices(i18n.language, settings.locale)}
          {...form.getInputProps('locale')}
        />
        <Select
          {...clearable(t('timeZone'))}
          searchable
          limit={60}
          data={timeZoneChoices(settings.timeZone)}
          {...form.getInputProps('timeZone')}
        />
      </Stack>
    </SavedForm>
  );
}
