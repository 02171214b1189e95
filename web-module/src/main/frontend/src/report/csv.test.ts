import { expect, it } from 'vitest';
import { parseCsv } from './csv';

it('reads fields with quotes, commas and line breaks in them', () => {
  expect(parseCsv('a,"b, c","say ""hi"""\r\n"two\nlines",,x\r\n', 9)).toEqual([
    ['a', 'b, c', 'say "hi"'],
    ['two\nlines', '', 'x'],
  ]);
});

it('leaves out the mark of the encoding, and a row that is broken off', () => {
  expect(parseCsv('\ufeffa,b\n1,2\n3', 9)).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});

it('reads no more than asked for', () => {
  expect(parseCsv('a\n1\n2\n3\n', 2)).toEqual([['a'], ['1']]);
});
