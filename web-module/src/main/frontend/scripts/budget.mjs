// Fails when the JavaScript that a first visit must load is larger than it may be: 200 KB, compressed by gzip.
// What a visit loads is the entry, the words of one language and the parts of the page, with all that they import.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 200;
const words = (language, ...features) =>
  ['shell', 'account', 'api', ...features].map((feature) => `src/${feature}/words.${language}.json`);
const VISITS = {
  'Signing in': ['index.html', ...words('en'), 'src/account/LoginPage.tsx'],
  'The dashboard': [
    'index.html',
    ...words('fr', 'dashboard', 'winterevent', 'worklog'),
    'src/shell/gates.tsx',
    'src/dashboard/HomePage.tsx',
  ],
  'Every page, without its own part': ['index.html', ...words('fr'), 'src/shell/gates.tsx'],
};

const folder = '../../../target/frontend/';
const manifest = JSON.parse(readFileSync(`${folder}.vite/manifest.json`, 'utf8'));

function filesOf(part, files = new Set()) {
  const { file, imports = [] } = manifest[part] ?? {};
  if (!file) throw new Error(`The build has no part ${part}: see VISITS in scripts/budget.mjs.`);
  if (files.has(file)) return files;
  files.add(file);
  imports.forEach((imported) => filesOf(imported, files));
  return files;
}

let over = false;
for (const [visit, parts] of Object.entries(VISITS)) {
  const files = parts.reduce((all, part) => filesOf(part, all), new Set());
  const kilobytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(folder + file)).length / 1000, 0);
  console.log(`${visit}: ${kilobytes.toFixed(1)} KB of JavaScript compressed, at most ${LIMIT_KB}`);
  over ||= kilobytes > LIMIT_KB;
}
if (over) process.exit(1);
