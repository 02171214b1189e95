import type { Template } from '../api/types';

type Content = Template['content'];

/** What is to be filled in, where a template has none of it. */
const PARTS: Content = { settings: {}, equipmentRates: [], properties: [], propertyLists: [], routes: [] };

export function textOf(content: Content): string {
  return JSON.stringify({ ...PARTS, ...content }, undefined, 2);
}

/** The content that a text writes; nothing if it is no JSON object. What it may hold the server knows. */
export function contentIn(text: string): Content | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Content) : undefined;
  } catch {
    return undefined;
  }
}
