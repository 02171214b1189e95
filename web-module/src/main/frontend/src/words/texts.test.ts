import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const SPOKEN_ATTRIBUTES = /^(label|title|placeholder|description|alt|text|question|yes|no|noun|name|aria-label|aria-description)$/;
const NAMES_OF_INPUTS = /^(input|Radio|iframe|meta)$/i;
const WORD = /\p{L}{2,}/u;

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
  .map((file) => join('src', file));

/** Texts that stand in the markup, where no other language can take their place. */
function textsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && WORD.test(node.text)) texts.push(node.text.trim());
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      const attribute = node.name.getText(source);
      const element = node.parent.parent.tagName.getText(source);
      const spoken = SPOKEN_ATTRIBUTES.test(attribute) && !(attribute === 'name' && NAMES_OF_INPUTS.test(element));
      if (spoken && WORD.test(node.initializer.text)) texts.push(`${attribute}="${node.initializer.text}"`);
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
