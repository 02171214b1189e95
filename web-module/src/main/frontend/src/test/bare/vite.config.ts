import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/bare/',
  plugins: [react()],
  build: { outDir: '../../../../../../target/bare', emptyOutDir: true },
});
