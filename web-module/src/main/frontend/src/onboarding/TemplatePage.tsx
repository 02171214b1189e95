import { JsonInput, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Template, TemplateDraft } from '../api/types';
import { DeleteButton, EditForm, optionalText } from '../shell/editing';
import { PageHeader } from '../shell/PageHeader';
import { PageProblem } from '../shell/pages';
import { ListSkeleton } from '../shell/states';
import { Surface } from '../shell/Surface';
import { useDeleteTemplate, useSaveTemplate, useTemplate } from './onboarding';
import { contentIn, textOf } from './content';

export function NewTemplatePage() {
  const { t } = useTranslation('onboarding');
  return (
    <>
      <PageHeader title={t('templates.new')} description={t('templates.description')} />
      <TemplateForm />
    </>
  );
}

export function TemplatePage() {
  const { templateId = '' } = useParams();
  const { data, isError, error, refetch } = useTemplate(templateId);
  if (isError && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  return (
    <>
      <PageHeader title={data.name} description={data.description}>
        <DeleteTemplate template={data} />
      </PageHeader>
      <TemplateForm template={data} onReload={() => void refetch()} />
    </>
  );
}

function DeleteTemplate({ template }: { template: Template }) {
  const { t } = useTranslation('onboarding');
  return (
    <DeleteButton
      name={template.name}
      question={t('templates.deleteTitle')}
      text={t('templates.deleteText')}
      yes={t('templates.delete')}
      remove={useDeleteTemplate(template)}
    />
  );
}

interface Values {
  name: string;
  description: string;
  content: string;
}

const valuesOf = ({ name, description = '', content }: Template): Values => ({
  name,
  description,
  content: textOf(content),
});

function TemplateForm({ template, onReload }: { template?: Template; onReload?: () => void }) {
  const { t } = useTranslation('onboarding');
  const save = useSaveTemplate(template);
  const form = useForm<Values>({
    initialValues: template ? valuesOf(template) : { name: '', description: '', content: textOf({}) },
    validate: {
      name: (name) => (name.trim() ? null : t('missing')),
      content: (text) => (contentIn(text) ? null : t('templates.notJson')),
    },
  });
  const bodyOf = (values: Values): TemplateDraft => ({
    name: values.name.trim(),
    description: optionalText(values.description),
    content: contentIn(values.content) ?? {},
  });
  return (
    <Surface maw={900}>
      <EditForm
        form={form}
        save={save}
        bodyOf={bodyOf}
        stored={template && valuesOf(template)}
        onReload={onReload}
        names={{
          name: t('templates.name'),
          description: t('templates.about'),
          content: t('templates.content'),
        }}
      >
        <Stack>
          <TextInput label={t('templates.name')} required withAsterisk {...form.getInputProps('name')} />
          <Textarea label={t('templates.about')} autosize minRows={2} {...form.getInputProps('description')} />
          <JsonInput
            label={t('templates.content')}
            description={t('templates.contentHint')}
            autosize
            minRows={10}
            maxRows={30}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            {...form.getInputProps('content')}
          />
        </Stack>
      </EditForm>
    </Surface>
  );
}
