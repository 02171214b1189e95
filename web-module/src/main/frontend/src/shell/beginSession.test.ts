import { afterEach, describe, expect, it, vi } from 'vitest';
import { session } from '../api/session';
import { beginSession } from './beginSession';

describe('a page that is loaded', () => {
  afterEach(() => void vi.restoreAllMocks());

  it.each([
    ['/c/LEGACY001', ['LEGACY001']],
    ['/c/LEGACY001/properties', ['LEGACY001']],
    ['/console/customers', []],
  ])('asks at once who is signed in at %s', (path, asked) => {
    const refresh = vi.spyOn(session, 'refresh').mockResolvedValue(session.current());
    beginSession(path);
    expect(refresh.mock.calls).toEqual([asked]);
  });

  it.each(['/', '/login', '/join', '/c/legacy001', '/c/LEGACY001X', '/consoles'])('asks nobody at %s', (path) => {
    const refresh = vi.spyOn(session, 'refresh').mockResolvedValue(session.current());
    beginSession(path);
    expect(refresh).not.toHaveBeenCalled();
  });
});
