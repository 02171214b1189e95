import { cleanup } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach } from 'vitest';
import { Session } from '../api/session';
import en from '../words/en';
import { choose } from '../words/language';
import { startWords } from '../words/words';

choose('en');
await startWords(new Session());
await i18next.loadNamespaces(Object.keys(en)); // Components find their words at once.

afterEach(cleanup);
