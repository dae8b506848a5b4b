import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, normalize } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../src/', import.meta.url));

type Import = { readonly from: string; readonly target: string; readonly typeOnly: boolean };
type SourceFile = { readonly file: string; readonly text: string; readonly imports: readonly Import[] };

const files: readonly SourceFile[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
  .sort()
  .map((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return { file, text, imports: importsOf(file, text) };
  });
const imports = files.flatMap((source) => source.imports);

/** Every import of a file: statements, re-exports, dynamic imports and types named by `import('…')`. */
function importsOf(file: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return;
    const { text: name } = specifier;
    const target = name.startsWith('.') ? normalize(join(dirname(file), name)).replace(/\.js$/, '.ts') : name;
    found.push({ from: file, target, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly || onlyTypes(node.exportClause));
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true));
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  return clause.name === undefined && onlyTypes(clause.namedBindings);
}

function onlyTypes(names: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  return (
    names !== undefined &&
    'elements' in names &&
    names.elements.length > 0 &&
    names.elements.every((one) => one.isTypeOnly)
  );
}

/** The folder below src a file belongs to; a file directly in src is its own. */
const areaOf = (file: string): string => file.split('/')[0] ?? '';
const isOurs = ({ target }: Import): boolean => target.endsWith('.ts');
const said = (wrong: readonly Import[]): string[] => wrong.map(({ from, target }) => `${from} imports ${target}`);

const stages = [
  'catalogue',
  'compile',
  'plan',
  'read',
  'normalise',
  'mapping',
  'check',
  'repair',
  'accept',
  'collect',
  'report',
  'explain',
];
/** What joins the stages; everything below may import everything above, the command line all of it. */
const joints = ['run', 'run.ts', 'index.ts'];
const known = ['model', 'text', 'vocabulary', ...stages, ...joints, 'cli'];

describe('imports', () => {
  it('lead to files that are there, in folders that have a place', () => {
    const all = new Set(files.map(({ file }) => file));
    expect(said(imports.filter((one) => isOurs(one) && !all.has(one.target)))).toEqual([]);
    expect([...new Set(files.map(({ file }) => areaOf(file)))].filter((area) => !known.includes(area))).toEqual([]);
    expect(imports.length).toBeGreaterThan(200);
  });

  const allowed: { readonly [area: string]: readonly string[] } = {
    model: ['model'],
    vocabulary: ['vocabulary', 'model'],
    text: ['text', 'model'],
    ...Object.fromEntries(stages.map((stage) => [stage, [stage, 'model', 'text', 'vocabulary']])),
    ...Object.fromEntries(joints.map((joint) => [joint, known.filter((area) => area !== 'cli')])),
    cli: known,
  };

  it.each(Object.entries(allowed))('of %s', (area, targets) => {
    const wrong = imports
      .filter((one) => isOurs(one) && areaOf(one.from) === area && !targets.includes(areaOf(one.target)))
      // The generated checks call the vocabulary, so the type of what they are given names it.
      .filter((one) => !(one.typeOnly && one.from === 'model/compiled.ts' && areaOf(one.target) === 'vocabulary'));
    expect(said(wrong)).toEqual([]);
  });

  it('go nowhere in circles', () => {
    expect(circles(imports.filter((one) => isOurs(one) && !one.typeOnly))).toEqual([]);
  });

  it('of types go in no circles either, where the work is done', () => {
    const inner = ['vocabulary', 'compile', 'plan', 'check', 'collect'];
    const wrong = circles(imports.filter((one) => isOurs(one) && inner.includes(areaOf(one.from))));
    expect(wrong).toEqual([]);
  });
});

/** Files on a way back to themselves. */
function circles(of: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, target } of of) next.set(from, [...(next.get(from) ?? []), target]);
  const reaches = (from: string): boolean => {
    const seen = new Set<string>();
    const waiting = [...(next.get(from) ?? [])];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (file === from) return true;
      if (seen.has(file)) continue;
      seen.add(file);
      waiting.push(...(next.get(file) ?? []));
    }
    return false;
  };
  return [...next.keys()].filter(reaches);
}

describe('the world outside', () => {
  const builtins = imports.filter(({ target }) => isBuiltin(target));
  const named = (modules: readonly string[]) =>
    builtins.filter(({ target }) => modules.includes(target.replace(/^node:/, '').split('/')[0] ?? ''));

  it('is named as such', () => {
    expect(said(builtins.filter(({ target }) => !target.startsWith('node:')))).toEqual([]);
  });

  it('the disk is touched by read, catalogue and cli alone', () => {
    const touching = ['read', 'catalogue', 'cli'];
    expect(said(named(['fs']).filter(({ from }) => !touching.includes(areaOf(from))))).toEqual([]);
  });

  it('the network by nobody, and other programs by what asks git alone', () => {
    const modules = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'inspector', 'child_process', 'cluster'];
    expect(said(named(modules))).toEqual(['cli/git.ts imports node:child_process']);
    const calls = /(?<![.\w])(?:fetch|XMLHttpRequest|WebSocket|EventSource)\s*\(/;
    expect(files.filter(({ text }) => calls.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('packages are those the package asks for', () => {
    const { dependencies }: { dependencies: object } = JSON.parse(readFileSync(join(root, '../package.json'), 'utf8'));
    // A name with # is the build's own work, see `imports` of the package.
    const foreign = ({ target }: Import): boolean => !target.startsWith('#') && !isBuiltin(target);
    const used = imports.filter((one) => !isOurs(one) && foreign(one)).map((one) => one.target.split('/')[0]);
    expect([...new Set(used)].filter((name) => name === undefined || !(name in dependencies))).toEqual([]);
  });

  it('the clock, the arguments, the environment by the command line alone', () => {
    const reading =
      /\bDate\.now\(|\bnew Date\(\)|\bprocess\.(?:argv|env|exit|exitCode|stdout|stderr|cwd)\b|\bMath\.random\(/;
    expect(
      files.filter(({ file, text }) => areaOf(file) !== 'cli' && reading.test(text)).map(({ file }) => file),
    ).toEqual([]);
  });
});

describe('files', () => {
  it('have no default export', () => {
    expect(files.filter(({ text }) => /^export default\b|\bas default\b/m.test(text)).map(({ file }) => file)).toEqual(
      [],
    );
  });

  it('have at most 300 lines', () => {
    expect(files.filter(({ text }) => text.trimEnd().split('\n').length > 300).map(({ file }) => file)).toEqual([]);
  });

  it('are named for what is in them', () => {
    const steps = files.flatMap(({ file }) => file.replace(/(?:\.schema)?\.ts$/, '').split('/'));
    expect(steps.filter((step) => !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(step))).toEqual([]);
    expect(steps.filter((step) => /^(?:utils?|helpers?|misc|shared|stuff)$/.test(step))).toEqual([]);
  });

  it('leave nothing to do, and silence no compiler', () => {
    const wrong = /\b(?:TODO|FIXME|XXX)\b|@ts-(?:ignore|expect-error|nocheck)/;
    expect(files.filter(({ text }) => wrong.test(text)).map(({ file }) => file)).toEqual([]);
  });
});
