import '@mantine/core/styles.css';
import './shell/shell.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { forgetOnChangeOfOwner } from './account/forget';
import { OwnersQueries } from './account/OwnersQueries';
import { session } from './api/session';
import { forgetWorkOfOthers } from './crew/kept';
import { beginSession } from './shell/beginSession';
import { nonce } from './shell/nonce';
import { allOverThePage, OverlaysWhenWanted } from './shell/overThePage';
import { router } from './shell/router';
import { FullPageLoader } from './shell/states';
import { theme } from './shell/theme';
import { startWords } from './words/words';

forgetOnChangeOfOwner(session, allOverThePage);
forgetWorkOfOthers(session);

beginSession(location.pathname);
await startWords(session);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={nonce}>
      <OwnersQueries>
        <Suspense fallback={<FullPageLoader />}>
          <RouterProvider router={router} />
        </Suspense>
        <OverlaysWhenWanted />
      </OwnersQueries>
    </MantineProvider>
  </StrictMode>,
);
