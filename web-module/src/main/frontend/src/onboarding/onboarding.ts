import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, ifMatch, unwrap } from '../api/client';
import { ONLY_WHEN_ASKED, usePages } from '../api/queries';
import { useSubmission } from '../api/submission';
import type { NewCustomer, Template, TemplateDraft, TemplateSummary } from '../api/types';
import { CONSOLE } from '../customer/customers';

const TEMPLATES = [CONSOLE, 'templates'];

export function useTemplates() {
  return usePages<TemplateSummary>([...TEMPLATES, 'list'], (page) =>
    unwrap(client.GET('/platform/onboarding-templates', { params: { query: page } })),
  );
}

export function useTemplate(id: string | undefined) {
  return useQuery({
    ...ONLY_WHEN_ASKED,
    queryKey: [...TEMPLATES, id],
    enabled: Boolean(id),
    queryFn: () =>
      unwrap(
        client.GET('/platform/onboarding-templates/{id}', { params: { path: { id: id ?? '' } } }),
      ) as Promise<Template>,
  });
}

/** Makes a template, or changes the one that is given. */
export function useSaveTemplate(template?: Template) {
  const queries = useQueryClient();
  const submission = useSubmission();
  return useMutation({
    mutationFn: (body: TemplateDraft) =>
      unwrap(
        template
          ? client.PUT('/platform/onboarding-templates/{id}', {
              params: { path: { id: template.id } },
              headers: ifMatch(template.version),
              body,
            })
          : client.POST('/platform/onboarding-templates', { headers: submission.headersFor(body), body }),
      ) as Promise<Template>,
    onSuccess: () => {
      submission.done();
      void queries.invalidateQueries({ queryKey: TEMPLATES });
    },
  });
}

export function useDeleteTemplate(template: Template) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      unwrap(
        client.DELETE('/platform/onboarding-templates/{id}', {
          params: { path: { id: template.id } },
          headers: ifMatch(template.version),
        }),
      ),
    onSuccess: () => void queries.invalidateQueries({ queryKey: TEMPLATES }),
  });
}

/** Makes a customer, once for one content however often it is sent. */
export function useOnboard() {
  const queries = useQueryClient();
  const submission = useSubmission();
  return useMutation({
    mutationFn: (body: NewCustomer) =>
      unwrap(client.POST('/platform/customers', { headers: submission.headersFor(body), body })),
    onSuccess: () => {
      submission.done();
      void queries.invalidateQueries({ queryKey: [CONSOLE] });
    },
  });
}
