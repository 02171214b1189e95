import { describe, expect, it } from 'vitest';
import { continued, pagesBetween, rowsOf, START } from './chain';

describe('a chain of pages', () => {
  it('grows by what its last page says of the next', () => {
    expect(continued(START, 0, 'b')).toEqual([undefined, 'b']);
    expect(continued([undefined, 'b'], 1, 'c')).toEqual([undefined, 'b', 'c']);
  });

  it('stays the same when a page says what is known', () => {
    const chain = [undefined, 'b', 'c'];
    expect(continued(chain, 0, 'b')).toBe(chain);
    expect(continued(chain, 2, undefined)).toBe(chain);
  });

  it('forgets what followed a page that has changed', () => {
    expect(continued([undefined, 'b', 'c'], 0, 'x')).toEqual([undefined, 'x']);
    expect(continued([undefined, 'b', 'c'], 0, undefined)).toEqual([undefined]);
  });

  it('offers the rows of one page more than was seen', () => {
    expect(rowsOf(START, 7)).toBe(7);
    expect(rowsOf([undefined, 'b'], undefined)).toBe(100);
    expect(rowsOf([undefined, 'b'], 3)).toBe(53);
  });

  it('asks for no page but those that are in view', () => {
    const chain = [undefined, 'b', 'c', 'd'];
    expect(pagesBetween(chain, 0, 20)).toEqual([0]);
    expect(pagesBetween(chain, 45, 60)).toEqual([0, 1]);
    expect(pagesBetween(chain, 120, 130)).toEqual([2]);
    expect(pagesBetween(START, 0, 80)).toEqual([0]);
  });
});
