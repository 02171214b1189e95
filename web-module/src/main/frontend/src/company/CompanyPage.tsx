import { Badge, Group, Select, SimpleGrid, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { mayAdministrate } from '../account/roles';
import { useCustomer } from '../account/useSession';
import type { Company } from '../api/types';
import { optionalText } from '../shell/editing';
import { Facts } from '../shell/Facts';
import { notifyDone, notifyProblem } from '../shell/notify';
import { PageHeader } from '../shell/PageHeader';
import { PageProblem } from '../shell/pages';
import { ListSkeleton, ProblemAlert } from '../shell/states';
import { Surface } from '../shell/Surface';
import { CompanyTabs } from './CompanyTabs';
import { useCompany, useFeatures, useSaveCompany, useSecondFactorRule, useSetSecondFactorRule } from './company';
import { localeChoices, localeName, timeZoneChoices } from './places';
import { SavedForm } from './SavedForm';

export function CompanyPage() {
  const { role } = useCustomer();
  const { t } = useTranslation('company');
  const { data, isError, error, refetch } = useCompany();
  const admin = mayAdministrate(role);
  if (isError && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHeader title={t('title')} description={t('text')} />
      <CompanyTabs />
      {!data ? (
        <ListSkeleton />
      ) : (
        <div className="portal-columns">
          <Surface>{admin ? <CompanyForm key={data.version} company={data} /> : <CompanyFacts company={data} />}</Surface>
          <Stack>
            {admin && <SecondFactorRule />}
            <FeatureList />
          </Stack>
        </div>
      )}
    </>
  );
}

function CompanyForm({ company }: { company: Company }) {
  const { t, i18n } = useTranslation('company');
  const save = useSaveCompany(company);
  const form = useForm({
    initialValues: {
      name: company.name,
      contactEmail: company.contactEmail ?? '',
      timeZone: company.timeZone,
      locale: company.locale,
      units: company.units as string,
    },
  });
  return (
    <SavedForm
      form={form}
      save={save}
      bodyOf={(values) => ({
        name: values.name.trim(),
        contactEmail: optionalText(values.contactEmail),
        timeZone: values.timeZone,
        locale: values.locale,
        units: values.units as Company['units'],
      })}
      done={t('saved')}
    >
      <Stack>
        <TextInput label={t('name')} required maxLength={120} {...form.getInputProps('name')} />
        <TextInput
          label={t('contact')}
          description={t('contactText')}
          type="email"
          maxLength={254}
          {...form.getInputProps('contactEmail')}
        />
        <Select
          label={t('timeZone')}
          description={t('timeZoneText')}
          searchable
          limit={60}
          allowDeselect={false}
          data={timeZoneChoices(company.timeZone)}
          {...form.getInputProps('timeZone')}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label={t('locale')}
            allowDeselect={false}
            data={localeChoices(i18n.language, company.locale)}
            {...form.getInputProps('locale')}
          />
          <Select
            label={t('units')}
            allowDeselect={false}
            data={(['METRIC', 'IMPERIAL'] as const).map((value) => ({ value, label: t(`unit.${value}`) }))}
            {...form.getInputProps('units')}
          />
        </SimpleGrid>
        <Text size="sm" c="dimmed">
          {t('currency', { currency: company.currency })}
        </Text>
      </Stack>
    </SavedForm>
  );
}

function CompanyFacts({ company }: { company: Company }) {
  const { t, i18n } = useTranslation('company');
  return (
    <Facts
      facts={{
        [t('name')]: company.name,
        [t('contact')]: company.contactEmail,
        [t('timeZone')]: company.timeZone,
        [t('locale')]: localeName(i18n.language, company.locale),
        [t('units')]: t(`unit.${company.units}`),
      }}
    />
  );
}

function SecondFactorRule() {
  const { t } = useTranslation('company');
  const rule = useSecondFactorRule();
  const set = useSetSecondFactorRule();
  const change = (required: boolean) =>
    rule.data &&
    set.mutate(
      { required, version: rule.data.version },
      {
        onSuccess: () => notifyDone(t(required ? 'factor.isRequired' : 'factor.isOptional')),
        onError: notifyProblem,
      },
    );
  return (
    <Surface>
      <Title order={2} size="h4" mb="xs">
        {t('factor.title')}
      </Title>
      {rule.isError && <ProblemAlert error={rule.error} onRetry={() => void rule.refetch()} />}
      {rule.isPending && <ListSkeleton rows={1} />}
      {rule.data && (
        <Switch
          label={t('factor.required')}
          description={t('factor.text')}
          checked={set.isPending ? set.variables.required : rule.data.required}
          onChange={(event) => change(event.currentTarget.checked)}
        />
      )}
    </Surface>
  );
}

function FeatureList() {
  const { t } = useTranslation('company');
  const features = useFeatures();
  return (
    <Surface>
      <Title order={2} size="h4">
        {t('feature.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('feature.text')}
      </Text>
      {features.isPending && <ListSkeleton rows={3} />}
      {features.isError && <ProblemAlert error={features.error} onRetry={() => void features.refetch()} />}
      <Stack gap="xs">
        {features.data?.map(({ feature, enabled }) => (
          <Group key={feature} justify="space-between" wrap="nowrap">
            <Text size="sm">{t(`feature.${feature}`)}</Text>
            <Badge
              className="portal-badge"
              variant="light"
              color={enabled ? 'teal' : 'gray'}
              leftSection={<span aria-hidden="true">{enabled ? '●' : '■'}</span>}
            >
              {t(enabled ? 'feature.on' : 'feature.off')}
            </Badge>
          </Group>
        ))}
      </Stack>
    </Surface>
  );
}
