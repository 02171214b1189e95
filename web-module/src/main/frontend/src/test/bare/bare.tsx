import '@mantine/core/styles.css';
import { Button, MantineProvider, Title } from '@mantine/core';
import { createRoot } from 'react-dom/client';

// The least that a page with these libraries can be: what the portal's own pages are measured against.
createRoot(document.getElementById('root')!).render(
  <MantineProvider>
    <main>
      <Title order={1}>Bare</Title>
      <Button>Press</Button>
    </main>
  </MantineProvider>,
);
