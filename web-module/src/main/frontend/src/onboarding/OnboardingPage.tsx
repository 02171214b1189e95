import { Anchor, Button, Group, Radio, Stack, Stepper, Text, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { asProblem } from '../api/problem';
import { localeName } from '../company/places';
import { InvitedAdmin } from '../customer/InvitedAdmin';
import { TermsFields } from '../customer/TermsFields';
import { showFieldErrors } from '../shell/editing';
import { Facts } from '../shell/Facts';
import { PageHeader } from '../shell/PageHeader';
import { ListSkeleton, ProblemAlert } from '../shell/states';
import { Surface } from '../shell/Surface';
import { useUnsavedChanges } from '../shell/useUnsavedChanges';
import { useOnboard, useTemplate, useTemplates } from './onboarding';
import { EMPTY, missingIn, type Order, sentOf, stepOf, STEPS } from './steps';
import { TemplateContents } from './TemplateContents';

type OrderForm = UseFormReturnType<Order>;

/** A company becomes a customer: step by step, until its first administrator is invited. */
export function OnboardingPage() {
  const { t } = useTranslation('onboarding');
  const [step, setStep] = useState(0);
  const form = useForm<Order>({ initialValues: EMPTY });
  const onboard = useOnboard();
  useUnsavedChanges(() => form.isDirty() && !onboard.isSuccess);

  const goOn = () => {
    const missing = missingIn(form.values, step);
    if (missing.length === 0) return setStep(step + 1);
    form.setErrors(Object.fromEntries(missing.map((field) => [field, t('missing')])));
    setStep(stepOf(missing) ?? step);
  };
  const make = () =>
    onboard.mutate(sentOf(form.values), {
      onError: (error) => {
        showFieldErrors(form, error);
        setStep(stepOf(asProblem(error).errors.map(({ field }) => field.split('.').pop() ?? field)) ?? step);
      },
    });

  if (onboard.isSuccess) return <Made made={onboard.data} />;
  const last = step === STEPS.length - 1;
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <Surface maw={900}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (last) make();
            else goOn();
          }}
        >
          <Stepper active={step} size="sm" onStepClick={setStep} allowNextStepsSelect={false} wrap>
            {STEPS.map((each) => (
              <Stepper.Step key={each} label={t(`step.${each}`)} />
            ))}
          </Stepper>
          <Stack mt="lg">
            {onboard.isError && <ProblemAlert error={onboard.error} title={t('notMade')} />}
            <Step step={step} form={form} />
            <Group>
              <Button type="submit" loading={onboard.isPending}>
                {last ? t('make') : t('goOn')}
              </Button>
              {step > 0 && (
                <Button variant="default" onClick={() => setStep(step - 1)}>
                  {t('back')}
                </Button>
              )}
            </Group>
          </Stack>
        </form>
      </Surface>
    </>
  );
}

function Step({ step, form }: { step: number; form: OrderForm }) {
  const { t } = useTranslation(['onboarding', 'customer']);
  switch (STEPS[step]) {
    case 'company':
      return <TermsFields form={form} optional />;
    case 'template':
      return <TemplateChoice form={form} />;
    case 'admin':
      return (
        <>
          <Text size="sm">{t('adminText')}</Text>
          <TextInput label={t('customer:admin.email')} type="email" required maw={420} {...form.getInputProps('email')} />
          <TextInput label={t('customer:admin.displayName')} required maw={420} {...form.getInputProps('displayName')} />
        </>
      );
    default:
      return <Review order={form.values} />;
  }
}

function TemplateChoice({ form }: { form: OrderForm }) {
  const { t } = useTranslation('onboarding');
  const templates = useTemplates();
  const chosen = form.values.template;
  const preview = useTemplate(chosen || undefined);
  if (templates.isPending) return <ListSkeleton rows={3} />;
  return (
    <>
      {templates.isError && <ProblemAlert error={templates.error} onRetry={() => void templates.refetch()} />}
      <Radio.Group label={t('whichTemplate')} {...form.getInputProps('template')}>
        <Stack gap="xs" mt="xs">
          <Radio value="" label={t('noTemplate')} />
          {templates.items.map(({ id, name, description }) => (
            <Radio key={id} value={id} label={name} description={description} />
          ))}
        </Stack>
      </Radio.Group>
      {preview.data && <TemplateContents content={preview.data.content} />}
      <Anchor component={Link} to="/console/templates" size="sm">
        {t('manageTemplates')}
      </Anchor>
    </>
  );
}

function Review({ order }: { order: Order }) {
  const { t, i18n } = useTranslation(['onboarding', 'customer']);
  const name = (locale: string) => locale && localeName(i18n.language, locale);
  const template = useTemplate(order.template || undefined).data;
  const settings = template?.content.settings;
  const or = (value: string, given: string | undefined) => value || (given && t('fromTemplate', { value: given }));
  const units = order.units || settings?.units;
  return (
    <Facts
      facts={{
        [t('customer:fields.name')]: order.name,
        [t('customer:fields.plan')]: order.plan,
        [t('customer:fields.contactEmail')]: order.contactEmail,
        [t('customer:fields.timeZone')]: or(order.timeZone, settings?.timeZone),
        [t('customer:fields.locale')]: or(name(order.locale), settings?.locale && name(settings.locale)),
        [t('customer:fields.units')]: t(`customer:units.${units === 'IMPERIAL' ? 'IMPERIAL' : 'METRIC'}`),
        [t('customer:fields.currency')]: or(order.currency, settings?.currency),
        [t('step.template')]: template?.name ?? t('noTemplate'),
        [t('step.admin')]: `${order.displayName} (${order.email})`,
      }}
    />
  );
}

function Made({ made: { customer, admin } }: { made: NonNullable<ReturnType<typeof useOnboard>['data']> }) {
  const { t } = useTranslation('onboarding');
  return (
    <>
      <PageHeader title={t('made', { name: customer.name })} description={customer.customerId} />
      <Surface maw={900}>
        <Stack>
          <Text>{t('madeText')}</Text>
          {admin && (
            <InvitedAdmin
              admin={{
                email: admin.email,
                invitation: admin.invitation
                  ? { expiresAt: admin.invitation.expiresAt, link: admin.invitation.link }
                  : undefined,
              }}
            />
          )}
          <Group>
            <Button component={Link} to={`/console/customers/${customer.customerId}`}>
              {t('toCustomer')}
            </Button>
          </Group>
        </Stack>
      </Surface>
    </>
  );
}
