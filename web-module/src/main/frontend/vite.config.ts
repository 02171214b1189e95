import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  // The server puts another nonce in its place for each request, see FrontendServlet.
  html: { cspNonce: 'PORTAL-NONCE' },
  build: {
    outDir: '../../../target/frontend',
    emptyOutDir: true,
    // The outlines of states and counties are data, fetched only when a map needs them.
    assetsInlineLimit: 0,
    // Tells which parts belong to which, see scripts/budget.mjs.
    manifest: true,
  },
  // Where the portal runs that `npm run dev` shows the screens of.
  server: { proxy: { '/api': process.env.PORTAL_URL ?? 'http://localhost:8080' } },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'happy-dom', setupFiles: ['src/test/setup.ts'] },
});
