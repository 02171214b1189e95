import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { Session } from '../api/session';
import { choose } from '../words/language';
import { startWords } from '../words/words';

choose('en');
await startWords(new Session());

afterEach(cleanup);
