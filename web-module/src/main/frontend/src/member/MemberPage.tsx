import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCustomer } from '../account/useSession';
import type { MemberDetail, Role } from '../api/types';
import { useFormat } from '../format/useFormat';
import { confirm } from '../shell/confirm';
import { DeleteButton, EditForm } from '../shell/editing';
import { notifyDone, notifyProblem } from '../shell/notify';
import { PageHeader } from '../shell/PageHeader';
import { PageProblem } from '../shell/pages';
import { ListSkeleton } from '../shell/states';
import { StatusBadge } from '../shell/StatusBadge';
import { Surface } from '../shell/Surface';
import { InvitationLink } from './InvitePage';
import { bodyOf, MemberFields, valuesOf } from './MemberFields';
import { useInviteAgain, useMember, useRemoveMember, useSaveMember } from './members';

export function MemberPage() {
  const { memberId = '' } = useParams();
  const { data, isError, error, refetch } = useMember(memberId);
  const [invited, setInvited] = useState<MemberDetail>();

  if (isError && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  if (invited) return <InvitationLink member={invited} onDone={() => setInvited(undefined)} />;
  return (
    <>
      <PageHeader
        title={data.displayName}
        description={
          <Group gap="xs">
            <StatusBadge status={data.status} />
            <InvitedUntil member={data} />
          </Group>
        }
      >
        <MemberActions member={data} onLink={setInvited} />
      </PageHeader>
      <MemberForm key={data.id} member={data} onReload={() => void refetch()} />
    </>
  );
}

function InvitedUntil({ member }: { member: MemberDetail }) {
  const { t } = useTranslation('member');
  const format = useFormat();
  if (member.status !== 'INVITED') return null;
  return (
    <Text span size="sm">
      {member.invitation
        ? t('invitedUntil', { until: format.dateTime(member.invitation.expiresAt) })
        : t('invitationOver')}
    </Text>
  );
}

function MemberActions({ member, onLink }: { member: MemberDetail; onLink: (member: MemberDetail) => void }) {
  const { t } = useTranslation(['member', 'shell']);
  const { currency } = useCustomer();
  const save = useSaveMember(member);
  const again = useInviteAgain(member);
  const remove = useRemoveMember(member);
  const name = member.displayName;
  const asItIs = bodyOf(valuesOf(member), member.currency ?? currency);

  const setActive = (active: boolean) =>
    save.mutate(
      { ...asItIs, active },
      {
        onSuccess: () => notifyDone(t(active ? 'activated' : 'deactivated', { name })),
        onError: notifyProblem,
      },
    );
  const askToDeactivate = () =>
    confirm({
      title: t('deactivateQuestion', { name }),
      text: t('deactivateText'),
      yes: t('deactivate'),
      dangerous: true,
      onYes: () => setActive(false),
    });
  const inviteAgain = () =>
    again.mutate(undefined, {
      onSuccess: (invited) =>
        invited.invitation?.link ? onLink(invited) : notifyDone(t('mailed', { email: invited.email })),
      onError: notifyProblem,
    });

  return (
    <>
      <DeleteButton
        question={t('removeQuestion', { name })}
        yes={t('remove')}
        name={name}
        text={t('removeText')}
        remove={remove}
        done={() => t('removed', { name })}
      />
      {member.status === 'INVITED' && (
        <Button variant="default" loading={again.isPending} onClick={inviteAgain}>
          {t('inviteAgain')}
        </Button>
      )}
      {member.status === 'INACTIVE' ? (
        <Button variant="default" loading={save.isPending} onClick={() => setActive(true)}>
          {t('activate')}
        </Button>
      ) : (
        <Button variant="default" loading={save.isPending} onClick={askToDeactivate}>
          {t('deactivate')}
        </Button>
      )}
    </>
  );
}

function MemberForm({ member, onReload }: { member: MemberDetail; onReload: () => void }) {
  const { t } = useTranslation(['member', 'account']);
  const { currency } = useCustomer();
  const save = useSaveMember(member);
  const form = useForm({ initialValues: valuesOf(member) });
  return (
    <EditForm
      form={form}
      save={save}
      bodyOf={(values) => bodyOf(values, member.currency ?? currency)}
      stored={valuesOf(member)}
      names={{ displayName: t('name'), role: t('role'), phone: t('phone'), hourlyCost: t('cost') }}
      written={(field, value) => (field === 'role' ? t(`account:role.${value as Role}`) : String(value))}
      onReload={onReload}
    >
      <Surface maw={640}>
        <Stack>
          <TextInput label={t('email')} readOnly value={member.email} />
          <MemberFields form={form} currency={member.currency} />
        </Stack>
      </Surface>
    </EditForm>
  );
}
