// Bundles the program into dist/: one small file that starts fast, and chunks that load when they are needed.
import { build } from 'esbuild';
import { chmod, rm } from 'node:fs/promises';

// The tests build into a folder of their own.
const outdir = process.argv[2] ?? 'dist';

// Modules that dependencies load at once and use seldom or never, and what the bundle has instead.
const STAND_INS = new Map([
  // commander starts other programs by it, which this one never does. Loading it took 2 ms.
  ['node:child_process', 'module.exports = {};'],
  // js-yaml parses functions by it, which `safeLoad` refuses. Loading it took 8 ms.
  ['esprima', 'module.exports = null;'],
]);

const standIns = {
  name: 'stand-ins',
  setup(bundle) {
    bundle.onResolve({ filter: /^(?:node:child_process|esprima)$/ }, ({ path, importer }) =>
      importer.includes('node_modules') ? { path, namespace: 'stand-in' } : null,
    );
    bundle.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({ contents: STAND_INS.get(path) }));
    // js-yaml hides from bundlers that it wants esprima.
    bundle.onLoad({ filter: /js-yaml\/lib\/js-yaml\/type\/js\/function\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace('var _require = require;', ''),
    }));
  },
};
