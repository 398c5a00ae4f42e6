// Bundles the program into dist/: one small file that starts fast, and chunks that load when they are needed.
import { build } from 'esbuild';
import { chmod, rm } from 'node:fs/promises';

// The tests build into a folder of their own.
const outdir = process.argv[2] ?? 'dist';

await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: { readout: 'src/main.ts' },
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
  external: ['discord.js', 'telegraf'],
  define: { 'Intl.Segmenter': 'LazySegmenter' },
  inject: ['scripts/build/lazy-segmenter.js'],
  // CommonJS dependencies inside an ES module still call require for Node's own modules.
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire as readoutRequire } from 'node:module'; const require = readoutRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
await chmod(`${outdir}/readout.js`, 0o755);
