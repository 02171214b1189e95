import { createHash } from 'node:crypto';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** What nearly every page needs: one part of it all compresses better, and is sooner there, than dozens of small ones. */
const LIBRARIES = new RegExp(
  `node_modules/(${[
    'clsx',
    'i18next',
    'openapi-fetch',
    'react',
    'react-dom',
    'react-i18next',
    'react-router',
    'scheduler',
    'use-sync-external-store',
    '@tanstack/(query-core|react-query)',
    '@mantine/core/esm/core',
    '@mantine/core/esm/components/(ActionIcon|Alert|Anchor|Badge|Burger|Button|Center|CloseButton|Container|Group|List|Loader|Paper|Skeleton|Stack|Text|Title|Transition|UnstyledButton)',
  ].join('|')})/`,
);

const WORKER = 'sw.js';

/** Tells the service worker which parts the build has. Data, such as the outlines of maps, are kept once they are used. */
function partsForWorker(): Plugin {
  return {
    name: 'parts-for-worker',
    enforce: 'post',
    generateBundle: {
      order: 'post', // Parts that turn out to be nothing but styles are taken out before.
      handler(_, bundle) {
        const worker = bundle[WORKER];
        if (worker?.type !== 'chunk') throw new Error('The build has no service worker.');
        const parts = Object.keys(bundle)
          .filter((name) => /^assets\/.*\.(js|css)$/.test(name))
          .map((name) => `/${name}`)
          .sort();
        const build = createHash('sha256').update(JSON.stringify(parts)).update(worker.code).digest('hex').slice(0, 16);
        worker.code = worker.code.replace('PORTAL-PARTS', JSON.stringify(parts)).replace('PORTAL-BUILD', build);
      },
    },
  };
}

/**
 * What the office's and the crews' first pages are made of, beyond the entry: the page asks for it at once, instead of
 * finding it out part by part. Who signs in needs it later.
 */
const FIRST_PAGE = ['src/shell/gates.tsx', 'src/dashboard/HomePage.tsx'];

function loadFirstPageAtOnce(): Plugin {
  return {
    name: 'load-first-page-at-once',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (!bundle) return html; // While developing there are no parts.
        const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
        const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
        const wanted = new Set<string>();
        const want = (file: string) => {
          const chunk = byFile.get(file);
          if (!chunk || wanted.has(file)) return;
          wanted.add(file);
          chunk.imports.forEach(want);
        };
        for (const source of FIRST_PAGE) {
          const chunk = chunks.find((each) => each.facadeModuleId?.endsWith(source));
          if (!chunk) throw new Error(`The build has no part ${source}: see FIRST_PAGE in vite.config.ts.`);
          want(chunk.fileName);
        }
        const there = [...wanted].filter((file) => !html.includes(file)).map((file) => `/${file}`);
        return [
          {
            tag: 'script',
            attrs: { nonce: 'PORTAL-NONCE' },
            injectTo: 'head-prepend',
            children: `if(/^\\/c\\/\\w{9}\\/?$/.test(location.pathname))${JSON.stringify(there)}.forEach(href=>document.head.append(Object.assign(document.createElement('link'),{rel:'modulepreload',crossOrigin:'',href,nonce:document.currentScript.nonce})))`,
          },
        ];
      },
    },
  };
}

export default defineConfig({
  plugins: [react(), partsForWorker(), loadFirstPageAtOnce()],
  // The server puts another nonce in its place for each request, see FrontendServlet.
  html: { cspNonce: 'PORTAL-NONCE' },
  build: {
    outDir: '../../../target/frontend',
    emptyOutDir: true,
    // The outlines of states and counties are data, fetched only when a map needs them.
    assetsInlineLimit: 0,
    // Tells which parts belong to which, see scripts/budget.mjs.
    manifest: true,
    rollupOptions: {
      input: { index: 'index.html', worker: 'src/crew/worker/sw.ts' },
      // Browsers ask for the worker by its name, and look themselves whether it has changed.
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? WORKER : 'assets/[name]-[hash].js'),
        codeSplitting: { groups: [{ name: 'libraries', test: LIBRARIES }] },
      },
    },
  },
  // Where the portal runs that `npm run dev` shows the screens of.
  server: { proxy: { '/api': process.env.PORTAL_URL ?? 'http://localhost:8080' } },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'happy-dom', setupFiles: ['src/test/setup.ts'] },
});
