import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The command line as one script: what is asked for alone is run, and the engine need not look for its parts. */
const root = new URL('..', import.meta.url);
const path = (name) => fileURLToPath(new URL(name, root));

/** The parser would load what starts other programs; none of our commands is one. */
const noSubprograms = {
  name: 'no-subprograms',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'child_process', namespace: 'none' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'none' }, () => ({ contents: 'module.exports = {};' }));
  },
};

rmSync(path('dist/cli'), { recursive: true, force: true });
await build({
  entryPoints: [path('dist/src/cli/main.js')],
  outfile: path('dist/cli/borderlint.cjs'),
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  minify: true,
  logLevel: 'warning',
  // Wanted by few runs, large, and found where the package is installed.
  external: ['ajv', 'iconv-lite', 'yaml'],
  mainFields: ['module', 'main'],
  // Colours are decided by the terminal module alone, which hears of NO_COLOR and of a report that goes to a file.
  alias: { '#supports-color': path('node_modules/chalk/source/vendor/supports-color/browser.js') },
  define: { 'import.meta.url': 'moduleUrl' },
  banner: {
    js: "(function (exports, require, module, __filename, __dirname) { const moduleUrl = require('node:url').pathToFileURL(__filename).href;",
  },
  footer: { js: '})' },
  plugins: [noSubprograms],
});
