// Writes the frontend's bill of materials (CycloneDX) to standard output: what is shipped, without what only builds and
// tests. `npm sbom --omit=dev` alone leaves out also what both need: React, since a tool for tests needs it too.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const { devDependencies: _, ...shipped } = read('package.json');
const lock = read('package-lock.json');
const packages = Object.entries(lock.packages).filter(([, each]) => !each.dev && !each.devOptional);
lock.packages = Object.fromEntries(packages);
delete lock.packages[''].devDependencies;

const temporary = mkdtempSync(join(tmpdir(), 'bill-'));
const folder = join(temporary, shipped.name); // The bill is named after it.
try {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify(shipped));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  const npm = spawnSync('npm', ['sbom', '--loglevel=error', '--sbom-format=cyclonedx', '--package-lock-only'], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  process.exitCode = npm.status ?? 1;
} finally {
  rmSync(temporary, { recursive: true });
}
