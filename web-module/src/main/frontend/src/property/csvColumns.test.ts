import { describe, expect, it } from 'vitest';
import { guessed, mapped, startOf } from './csvColumns';

const file = (content: string | Uint8Array<ArrayBuffer>) => new Blob([content]);

describe('a file to import', () => {
  it('is read as far as its columns and some values', async () => {
    const start = await startOf(file('address,"Where, roughly",lat\n1 Elm St,"Barre, VT",44\n2 Elm St,,\n'));
    expect(start).toMatchObject({
      separator: ',',
      columns: ['address', 'Where, roughly', 'lat'],
      samples: [
        ['1 Elm St', 'Barre, VT', '44'],
        ['2 Elm St', '', ''],
      ],
    });
  });

  it('is no file that is empty or not text', async () => {
    expect(await startOf(file(''))).toBeUndefined();
    expect(await startOf(file('\n\n'))).toBeUndefined();
    expect(await startOf(file(new Uint8Array([0x50, 0x4b, 0xff, 0xfe])))).toBeUndefined();
  });

  it('keeps every row as it is under a new first line', async () => {
    for (const [content, rest] of [
      ['Straße;Größe\r\n1 Elm;3\r\n', '1 Elm;3\r\n'],
      ['\uFEFFStraße;Größe\n1 Elm;3', '1 Elm;3'],
      ['Größe;"Straße\nund Nummer"\n1 Elm;3\n', '1 Elm;3\n'],
    ] as const) {
      const csv = file(content);
      const start = (await startOf(csv))!;
      expect(await mapped(csv, start, ['address', null]).text()).toBe(`address;ignored_2\n${rest}`);
    }
  });

  it('is understood by the names of its columns, in both languages', () => {
    expect(guessed(['Adresse', 'Ville', 'Code postal', 'Colour'])).toEqual(['address', 'city', 'postal_code', null]);
    expect(guessed(['Street Address', 'ZIP', 'Lat', 'Lng'])).toEqual(['address', 'postal_code', 'latitude', 'longitude']);
  });

  it('takes no field twice', () => {
    expect(guessed(['address', 'street', 'postal_code'])).toEqual(['address', null, 'postal_code']);
  });
});
