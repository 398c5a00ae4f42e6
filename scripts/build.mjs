// Bundles the program into dist/: one small file that starts fast, and chunks that load when they are needed.
import { build } from 'esbuild';
import { chmod, rm } from 'node:fs/promises';
import { isBuiltin } from 'node:module';

// The tests build into a folder of their own.
const outdir = process.argv[2] ?? 'dist';

// To import one of Node's own modules makes an ES module of it first, with all that its getters load: 8 ms for eight of them.
// `process.getBuiltinModule` (Node 20.16) just hands it over.
const builtins = {
  name: 'builtins',
  setup(bundle) {
    bundle.onResolve({ filter: /^(?:node:)?[a-z_][a-z_\d]*(?:\/[a-z]+)?$/ }, ({ path }) =>
      isBuiltin(path) ? { path, namespace: 'builtin' } : null,
    );
    bundle.onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
  },
};

await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: {
    readout: 'src/main.ts',
    'index-worker': 'src/index-worker.ts',
    'survey-worker': 'src/survey-worker.ts',
  },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // For every answer Node reads and compiles all of it anew. `node --enable-source-maps` gives stack traces their names back.
  minify: true,
  sourcemap: true,
  legalComments: 'linked',
  chunkNames: 'chunks/[name]-[hash]',
  // Of a bundled CommonJS module `await import` gives no names.
  external: ['discord.js', 'https-proxy-agent', 'libsql', 'mysql2', 'telegraf'],
  define: { 'Intl.Segmenter': 'LazySegmenter' },
  inject: ['scripts/build/lazy-segmenter.js'],
  // Chinese as it is: the same characters as \u escapes make twice the text to be read.
  charset: 'utf8',
  plugins: [builtins],
  banner: { js: '#!/usr/bin/env node' },
  logLevel: 'warning',
});
await chmod(`${outdir}/readout.js`, 0o755);
