import { Button, Container, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
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
  return (
    <MessagePage
      title="This page does not exist"
      actions={
        <Button component={Link} to="/">
          Go to the start
        </Button>
      }
    >
      <Text>The address may be mistyped, or what it showed was removed.</Text>
    </MessagePage>
  );
}

/** An address that is typed or shared, of a page that the person's role does not include. */
export function NotYourPage() {
  return (
    <MessagePage
      title="This page is not part of your role"
      actions={
        <Button component={Link} to="/">
          Go to the start
        </Button>
      }
    >
      <Text>If your work needs it, ask an administrator of your company to change your role.</Text>
    </MessagePage>
  );
}

export function FailedPage({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  return (
    <MessagePage
      title="The portal cannot be opened"
      actions={
        <Button variant="default" onClick={() => void session.logout().catch(() => undefined)}>
          Sign in as somebody else
        </Button>
      }
    >
      <ProblemAlert error={problem} onRetry={onRetry} />
    </MessagePage>
  );
}

/** A page whose one subject could not be loaded. */
export function PageProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const missing = asProblem(error).status === 404;
  return (
    <>
      <PageHeader title={missing ? 'Not found' : 'This could not be loaded'}>
        <Button component={Link} to=".." relative="path" variant="default">
          Back to the list
        </Button>
      </PageHeader>
      <ProblemAlert error={error} onRetry={missing ? undefined : onRetry} />
    </>
  );
}

/** A fault of a page itself, or a part of the application that could not be loaded. */
export function RouteErrorPage() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  return (
    <MessagePage title="This page stumbled" actions={<Button onClick={() => location.reload()}>Load it again</Button>}>
      <Text>Loading it again usually helps. What was saved is safe.</Text>
    </MessagePage>
  );
}
