import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The app: built into dist/web and served by the API's own server, under a policy without inline scripts. */
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    // A data: URL would need a wider content policy than 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The map is one chunk that loads after the page; no part of it can be left out.
    chunkSizeWarningLimit: 1200,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8750' } },
})
