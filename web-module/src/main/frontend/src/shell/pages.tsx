import { Button, Container, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router';
import { asProblem, type Problem } from '../api/problem';
import { session } from '../api/session';
import { PageHeader } from './PageHeader';
import { ProblemAlert } from './states';

export function MessagePage({ title, children, actions }: { title: string; children: ReactNode; actions: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Contractor Portal`;
  }, [title]);
  return (
    <Container size="xs" py={80} component="section">
      <Title order={1} size="h2" mb="sm">
        {title}
      </Title>
      {children}
      <Group mt="lg">{actions}</Group>
    </Container>
  );
}

/** What stands alone, outside of the shell, is the page's main part itself. */
export function Standalone({ children }: { children: ReactNode }) {
  return <main>{children}</main>;
}

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <MessagePage
      title={t('page.missing')}
      actions={
        <Button component={Link} to="/">
          {t('page.start')}
        </Button>
      }
    >
      <Text>{t('page.missingText')}</Text>
    </MessagePage>
  );
}

/** An address that is typed or shared, of a page that the person's role does not include. */
export function NotYourPage() {
  const { t } = useTranslation();
  return (
    <MessagePage
      title={t('page.notYours')}
      actions={
        <Button component={Link} to="/">
          {t('page.start')}
        </Button>
      }
    >
      <Text>{t('page.notYoursText')}</Text>
    </MessagePage>
  );
}

export function FailedPage({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <MessagePage
      title={t('page.closed')}
      actions={
        <Button variant="default" onClick={() => void session.logout().catch(() => undefined)}>
          {t('page.somebodyElse')}
        </Button>
      }
    >
      <ProblemAlert error={problem} onRetry={onRetry} />
    </MessagePage>
  );
}

/** A page whose one subject could not be loaded. */
export function PageProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const missing = asProblem(error).status === 404;
  return (
    <>
      <PageHeader title={missing ? t('page.notFound') : t('page.notLoaded')}>
        <Button component={Link} to=".." relative="path" variant="default">
          {t('page.back')}
        </Button>
      </PageHeader>
      <ProblemAlert error={error} onRetry={missing ? undefined : onRetry} />
    </>
  );
}

/** A fault of a page itself, or a part of the application that could not be loaded. */
export function RouteErrorPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  return (
    <MessagePage
      title={t('page.stumbled')}
      actions={<Button onClick={() => location.reload()}>{t('page.reload')}</Button>}
    >
      <Text>{t('page.stumbledText')}</Text>
    </MessagePage>
  );
}
