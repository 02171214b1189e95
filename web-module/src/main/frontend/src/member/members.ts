import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCustomer } from '../account/useSession';
import { client, ifMatch, unwrap } from '../api/client';
import { ONLY_WHEN_ASKED, usePages } from '../api/queries';
import { useSubmission } from '../api/submission';
import type { Member, MemberDetail, Role } from '../api/types';

/** The roles that somebody can have in a company. */
export const ROLES = ['ADMIN', 'MANAGER', 'CONTRACTOR', 'VIEWER'] as const satisfies Role[];

export interface MemberWrite {
  displayName: string;
  role: Role;
  phone?: string;
  hourlyCost?: number;
  currency?: string;
}

export function useMemberPages(former: boolean, sort: string) {
  const { customerId } = useCustomer();
  return usePages<Member>([customerId, 'members', 'list', former, sort], (page) =>
    unwrap(client.GET('/members', { params: { query: { former: former || undefined, sort, ...page } } })),
  );
}

export function useMember(id: string) {
  const { customerId } = useCustomer();
  return useQuery({
    queryKey: [customerId, 'members', 'one', id],
    ...ONLY_WHEN_ASKED,
    queryFn: () => unwrap(client.GET('/members/{id}', { params: { path: { id } } })) as Promise<MemberDetail>,
  });
}

/** Invites somebody; the answer has the link only where no letter could be sent. */
export function useInvite() {
  const refresh = useRefresh();
  const submission = useSubmission();
  return useMutation({
    mutationFn: (body: MemberWrite & { email: string }): Promise<MemberDetail> =>
      unwrap(client.POST('/members', { headers: submission.headersFor(body), body })),
    onSuccess: () => {
      submission.done();
      return refresh();
    },
  });
}

export function useSaveMember(member: MemberDetail) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ active = member.status !== 'INACTIVE', ...body }: MemberWrite & { active?: boolean }) => {
      const saved = (await unwrap(
        client.PUT('/members/{id}', {
          params: { path: { id: member.id } },
          headers: ifMatch(member.version),
          body: { ...body, active },
        }),
      )) as MemberDetail;
      return { ...saved, name: saved.displayName };
    },
    onSuccess: refresh,
  });
}

export function useInviteAgain(member: MemberDetail) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () =>
      unwrap(client.POST('/members/{id}/invitation', { params: { path: { id: member.id } } })) as Promise<MemberDetail>,
    onSuccess: refresh,
  });
}

export function useRemoveMember(member: MemberDetail) {
  const refresh = useRefresh();
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      unwrap(client.DELETE('/members/{id}', { params: { path: { id: member.id } }, headers: ifMatch(member.version) })),
    onSuccess: () => {
      queries.removeQueries({ queryKey: [customerId, 'members', 'one', member.id] });
      return refresh();
    },
  });
}

function useRefresh() {
  const { customerId } = useCustomer();
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: [customerId, 'members'] });
}
