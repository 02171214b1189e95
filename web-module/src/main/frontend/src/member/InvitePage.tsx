import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useCustomer } from '../account/useSession';
import type { MemberDetail } from '../api/types';
import { useFormat } from '../format/useFormat';
import { showFieldErrors } from '../shell/editing';
import { notifyDone } from '../shell/notify';
import { PageHeader } from '../shell/PageHeader';
import { ShownOnce } from '../shell/ShownOnce';
import { ProblemAlert } from '../shell/states';
import { Surface } from '../shell/Surface';
import { useUnsavedChanges } from '../shell/useUnsavedChanges';
import { bodyOf, MemberFields, valuesOf } from './MemberFields';
import { useInvite } from './members';

export function InvitePage() {
  const { t } = useTranslation(['member', 'shell']);
  const { currency } = useCustomer();
  const navigate = useNavigate();
  const invite = useInvite();
  const form = useForm({ initialValues: { email: '', ...valuesOf() } });
  useUnsavedChanges(() => form.isDirty() && !invite.isSuccess);

  if (invite.data?.invitation?.link) return <InvitationLink member={invite.data} />;
  const submit = ({ email, ...values }: typeof form.values) =>
    invite.mutate(
      { email: email.trim(), ...bodyOf(values, currency) },
      {
        onSuccess: (member) => {
          if (member.invitation?.link) return;
          notifyDone(t('mailed', { email: member.email }));
          void navigate('..', { relative: 'path', replace: true });
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <>
      <PageHeader title={t('inviteTitle')} description={t('inviteText')} />
      <form onSubmit={form.onSubmit(submit)}>
        {invite.isError && <ProblemAlert error={invite.error} title={t('notInvited')} />}
        <Surface maw={640}>
          <Stack>
            <TextInput
              label={t('email')}
              type="email"
              autoComplete="off"
              required
              maxLength={254}
              {...form.getInputProps('email')}
            />
            <MemberFields form={form} />
          </Stack>
        </Surface>
        <Group mt="lg">
          <Button type="submit" loading={invite.isPending}>
            {t('send')}
          </Button>
          <Button variant="default" component={Link} to=".." relative="path">
            {t('shell:cancel')}
          </Button>
        </Group>
      </form>
    </>
  );
}

/** The link to hand over, where the portal sends no mail. */
export function InvitationLink({ member, onDone }: { member: MemberDetail; onDone?: () => void }) {
  const { t } = useTranslation('member');
  const format = useFormat();
  const { link = '', expiresAt = '' } = member.invitation ?? {};
  const done = <Button onClick={onDone}>{t('linkDone')}</Button>;
  return (
    <>
      <PageHeader title={t('linkTitle', { name: member.displayName })} />
      <Surface maw={640}>
        <Stack>
          <Text>{t('linkText', { name: member.displayName, until: format.dateTime(expiresAt) })}</Text>
          <ShownOnce label={t('link')} value={link} />
          <div>
            {onDone ? (
              done
            ) : (
              <Button component={Link} to=".." relative="path" replace>
                {t('linkDone')}
              </Button>
            )}
          </div>
        </Stack>
      </Surface>
    </>
  );
}
