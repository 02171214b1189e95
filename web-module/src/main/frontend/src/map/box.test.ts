import { describe, expect, it } from 'vitest';
import { boxAround, boxOf, normal, textOf } from './box';

const vermont = { west: -73.5, south: 42.7, east: -71.5, north: 45 };

describe('a box', () => {
  it('is written as the server reads it, and read back', () => {
    expect(textOf(vermont)).toBe('-73.5,42.7,-71.5,45');
    expect(boxOf(textOf(vermont))).toEqual(vermont);
  });

  it('is none where the address was mistyped', () => {
    for (const text of [undefined, '', '1,2,3', '1,2,3,4,5', 'a,b,c,d', '0,91,0,92', '0,2,1,1', '-181,0,1,1', '1,,2,3']) {
      expect(boxOf(text), text).toBeUndefined();
    }
  });

  it('lies around the places that have a position', () => {
    expect(boxAround([{ latitude: 44, longitude: -72 }, {}, { latitude: 43, longitude: -73 }])).toEqual({
      west: -73,
      south: 43,
      east: -72,
      north: 44,
    });
    expect(boxAround([{}])).toBeUndefined();
  });

  it('is on the globe however far the map was moved', () => {
    expect(normal({ west: 170, south: -95, east: 190, north: 95 })).toEqual({
      west: 170,
      south: -90,
      east: -170,
      north: 90,
    });
    expect(normal({ west: -400, south: 0, east: 400, north: 1 })).toMatchObject({ west: -180, east: 180 });
    expect(normal({ west: -433.5, south: 0, east: -431.5, north: 1 })).toMatchObject({ west: -73.5, east: -71.5 });
  });
});
