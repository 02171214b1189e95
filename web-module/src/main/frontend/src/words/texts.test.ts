import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const SPOKEN_ATTRIBUTES = /^(label|title|placeholder|description|alt|text|question|yes|no|noun|aria-label|aria-description)$/;
const WORD = /\p{L}{2,}/u;
const ENTITY = /&\w+;/g;
/** What is called so in every language: a file, the API's own names. */
const NAMES = ['errors.csv', 'property', 'update'];

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx') && !file.startsWith('test'))
  .map((file) => join('src', file));

const isSpoken = (text: string) => WORD.test(text.replace(ENTITY, '')) && !NAMES.includes(text.trim());

/** Texts that stand in the markup, where no other language can take their place. */
function textsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && isSpoken(node.text)) texts.push(node.text.trim());
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      const attribute = node.name.getText(source);
      const { text } = node.initializer;
      if (SPOKEN_ATTRIBUTES.test(attribute) && isSpoken(text)) texts.push(`${attribute}="${text}"`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts.map((text) => `${file}: ${text}`);
}

it('nothing that people read stands in the markup', () => {
  expect(sources.length).toBeGreaterThan(50);
  expect(sources.flatMap(textsIn)).toEqual([]);
});
