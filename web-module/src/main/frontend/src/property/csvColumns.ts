import Papa from 'papaparse';

/** The fields of a property that a column can fill, as the first line names them to the server. */
export const FIELDS = [
  'address',
  'name',
  'unit',
  'city',
  'state',
  'postal_code',
  'latitude',
  'longitude',
  'kind',
  'area_m2',
  'trigger_depth_cm',
  'site_notes',
  'status',
  'external_ref',
] as const;

export type Field = (typeof FIELDS)[number];

/** What other systems call the fields: letters and digits only, without accents. */
const CALLED: Record<Field, string[]> = {
  address: ['street', 'streetaddress', 'address1', 'addressline1', 'adresse', 'rue'],
  name: ['property', 'propertyname', 'site', 'sitename', 'nom', 'propriete', 'customer', 'client'],
  unit: ['apartment', 'apt', 'suite', 'address2', 'addressline2', 'unite', 'appartement'],
  city: ['town', 'municipality', 'ville', 'municipalite'],
  state: ['province', 'region', 'etat'],
  postal_code: ['zip', 'zipcode', 'postcode', 'codepostal'],
  latitude: ['lat'],
  longitude: ['lon', 'lng', 'long'],
  kind: ['type', 'propertykind', 'propertytype', 'genre'],
  area_m2: ['area', 'areasqm', 'superficie', 'surface'],
  trigger_depth_cm: ['triggerdepth', 'trigger', 'seuil', 'seuildeneige'],
  site_notes: ['notes', 'note', 'remarks', 'comments', 'remarques'],
  status: ['statut'],
  external_ref: ['externalreference', 'externalid', 'reference', 'ref', 'id', 'number', 'numero'],
};

const plain = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** The beginning of a file: its columns with some of their values, and where the rows begin. */
export interface CsvStart {
  separator: string;
  columns: string[];
  samples: string[][];
  /** How many bytes the first line has, with its end. */
  headerBytes: number;
}

const SAMPLES = 3;
const LONGEST_START = 64 * 1024;

/** Reads the beginning of a file; undefined if that is no text in UTF-8, or names no columns. */
export async function startOf(file: Blob): Promise<CsvStart | undefined> {
  const bytes = await file.slice(0, LONGEST_START).arrayBuffer();
  let text: string;
  try {
    // What is cut off in the midst of a character is no error.
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const content = text.slice(mark);
  const separator = separatorOf(content.split(/\r?\n/, 1)[0] ?? '');
  // The fast way of reading does not tell where it stopped.
  const parse = (preview: number) => Papa.parse<string[]>(content, { delimiter: separator, preview, fastMode: false });
  const columns = parse(1).data[0] ?? [];
  if (columns.every((column) => !column.trim())) return undefined;
  const header = content.slice(0, parse(1).meta.cursor);
  return {
    separator,
    columns,
    samples: parse(1 + SAMPLES)
      .data.slice(1)
      .filter((row) => row.some((value) => value.trim())),
    headerBytes: new TextEncoder().encode(text.slice(0, mark) + header).length,
  };
}

/** As the server decides: whichever stands most often in the first line, a comma if none does. */
function separatorOf(line: string): string {
  const count = (separator: string) => line.split(separator).length;
  return [';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best), ',');
}

/** What each column seems to be, by its name; no field is taken twice. */
export function guessed(columns: readonly string[]): (Field | null)[] {
  const taken = new Set<Field>();
  return columns.map((column) => {
    const name = plain(column);
    const field = FIELDS.find((each) => plain(each) === name || CALLED[each].includes(name));
    if (!field || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

/** The same file with a first line that the server understands: what nobody wants is called by no field's name. */
export function mapped(file: Blob, start: CsvStart, fields: readonly (Field | null)[]): Blob {
  const names = fields.map((field, index) => field ?? `ignored_${index + 1}`);
  return new Blob([`${names.join(start.separator)}\n`, file.slice(start.headerBytes)], { type: 'text/csv' });
}
