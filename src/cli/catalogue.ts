import { join } from 'node:path';
import { Command, Option } from 'commander';
import { packageFolder } from '../catalogue/package-folder.js';
import type { CatalogueFault } from '../model/catalogue.js';
import type { OwnText } from '../model/language.js';
import { sanitize } from '../text/sanitize.js';
import { refuseEmpty } from './catalogue-choice.js';
import type { CommandContext } from './command.js';
import { exitCodes } from './errors.js';

type CatalogueOptions = { readonly catalogue: string; readonly json?: boolean; readonly out?: string };

/** Commands for authors of the catalogue. They read the YAML itself, never the built catalogue. */
export function catalogueCommand(context: CommandContext): Command {
  const command = new Command('catalogue');
  // Help says in words what stands for these folders.
  const folder = (flag: string, path: string): Option => new Option(`${flag} <folder>`).default(path, '');
  const add = (name: string): Command =>
    command.command(name).addOption(folder('--catalogue', join(packageFolder, 'standards')));
  add('lint')
    .option('--json')
    .action((options: CatalogueOptions) => lint(options, context));
  add('test')
    .option('--json')
    .action((options: CatalogueOptions) => test(options, context));
  add('coverage')
    .option('--json')
    .action((options: CatalogueOptions) => showCoverage(options, context));
  add('freeze').action((options: CatalogueOptions) => freeze(options, context));
  add('build')
    .addOption(folder('--out', join(packageFolder, 'dist')))
    .action((options: CatalogueOptions) => build(options, context));
  return command;
}

async function lint(options: CatalogueOptions, context: CommandContext): Promise<void> {
  const { catalogue, faults } = await load(options, context);
  const errors = faults.filter((fault) => fault.severity === 'error').length;
  const { terminal } = context;
  if (options.json === true) terminal.out(`${JSON.stringify(faults, null, 2)}\n`);
  else for (const fault of faults) terminal.out(`${faultLine(options.catalogue, fault)}\n`);
  const rules =
    catalogue === undefined
      ? ''
      : said(context, {
          en: `, ${catalogue.standards.length} standards, ${catalogue.rules.length} rules`,
          'zh-CN': `，${catalogue.standards.length} 项标准、${catalogue.rules.length} 条规则`,
          fr: `, ${catalogue.standards.length} normes, ${catalogue.rules.length} règles`,
        });
  const warnings = faults.length - errors;
  terminal.note(
    said(context, {
      en: `${plural(errors, 'error')}, ${plural(warnings, 'warning')}${rules}\n`,
      'zh-CN': `${errors} 处错误，${warnings} 处警告${rules}\n`,
      fr: `${plural(errors, 'erreur')}, ${plural(warnings, 'avertissement')}${rules}\n`,
    }),
  );
  context.exit(errors > 0 ? exitCodes.findings : exitCodes.conforms);
}

async function test(options: CatalogueOptions, context: CommandContext): Promise<void> {
  const compiled = await compiledFrom(options, context);
  if (compiled === undefined) return;
  const [{ runExamples }, { createReference }] = await Promise.all([
    import('../run/examples.js'),
    import('../compile/reference.js'),
  ]);
  const { codes, terms } = compiled.catalogue;
  const outcomes = await runExamples(compiled, createReference(codes, terms));
  const bad = outcomes.filter((outcome) => !outcome.good);
  if (options.json === true) context.terminal.out(`${JSON.stringify(outcomes, null, 2)}\n`);
  else {
    for (const { rule, kind, index, judged, reference } of bad) {
      const said = judged === reference ? judged : `${judged}, reference: ${reference}`;
      context.terminal.out(`${rule} ${kind}[${index}]: ${said}\n`);
    }
    const tested = new Set(outcomes.map((outcome) => outcome.rule)).size;
    context.terminal.out(
      said(context, {
        en: `${tested} rules: ${outcomes.length - bad.length} examples passed, ${bad.length} failed\n`,
        'zh-CN': `${tested} 条规则，示例 ${outcomes.length - bad.length} 通过，${bad.length} 失败\n`,
        fr: `${tested} règles : ${outcomes.length - bad.length} exemples réussis, ${bad.length} échoués\n`,
      }),
    );
  }
  context.exit(bad.length > 0 ? exitCodes.findings : exitCodes.conforms);
}

async function showCoverage(options: CatalogueOptions, context: CommandContext): Promise<void> {
  const { catalogue, faults } = await load(options, context);
  if (catalogue === undefined) return refuse(faults, options, context);
  const [{ coverage }, { coverageText }] = await Promise.all([
    import('../catalogue/index.js'),
    import('./coverage-text.js'),
  ]);
  const report = coverage(catalogue);
  const { terminal } = context;
  terminal.out(options.json === true ? `${JSON.stringify(report, null, 2)}\n` : coverageText(report, terminal));
  context.exit(exitCodes.conforms);
}

async function freeze(options: CatalogueOptions, context: CommandContext): Promise<void> {
  const { catalogue, faults } = await load(options, context);
  if (catalogue === undefined) return refuse(faults, options, context);
  const { freezeLedger } = await import('./freeze.js');
  const { added, total } = freezeLedger(options.catalogue, catalogue);
  context.terminal.note(
    said(context, {
      en: `${added} ids added, ${total} in all\n`,
      'zh-CN': `新增 ${added} 个编号，共 ${total} 个\n`,
      fr: `${added} identifiants ajoutés, ${total} en tout\n`,
    }),
  );
  context.exit(exitCodes.conforms);
}

async function build(options: CatalogueOptions, context: CommandContext): Promise<void> {
  const { catalogue, faults } = await load(options, context);
  if (catalogue === undefined) return refuse(faults, options, context);
  const [{ compileCatalogue }, { catalogueSchemas }, { reportSchema }, { writeBuild }, { mappingSchema }, config] =
    await Promise.all([
      import('../compile/index.js'),
      import('../catalogue/index.js'),
      import('../report/report.schema.js'),
      import('./build-files.js'),
      import('../mapping/schema.js'),
      configSchemaOf(context),
    ]);
  const compiled = compileCatalogue(catalogue);
  const written = writeBuild(options.out ?? '', catalogue, compiled, {
    ...catalogueSchemas,
    report: reportSchema,
    'borderlint-config': config,
    'borderlint-map': mappingSchema,
  });
  context.terminal.note(
    said(context, {
      en: `${written} files written, digest ${catalogue.digest.slice(0, 12)}\n`,
      'zh-CN': `已写入 ${written} 个文件，摘要 ${catalogue.digest.slice(0, 12)}\n`,
      fr: `${written} fichiers écrits, empreinte ${catalogue.digest.slice(0, 12)}\n`,
    }),
  );
  context.exit(exitCodes.conforms);
}

async function configSchemaOf(context: CommandContext) {
  const [{ checkCommand }, { configSchema }, { addDisplayOptions }, { describeCommand }, { checkHelp }] =
    await Promise.all([
      import('./check.js'),
      import('./config/schema.js'),
      import('./display-options.js'),
      import('./help/command-help.js'),
      import('./help/texts/check.js'),
    ]);
  return configSchema(describeCommand(addDisplayOptions(checkCommand(context)), checkHelp, 'en'));
}

async function compiledFrom(options: CatalogueOptions, context: CommandContext) {
  const { catalogue, faults } = await load(options, context);
  if (catalogue === undefined) return refuse(faults, options, context);
  const [{ compileCatalogue }, { evaluateModule, linkCompiled }] = await Promise.all([
    import('../compile/index.js'),
    import('../compile/link.js'),
  ]);
  const { modules } = compileCatalogue(catalogue);
  const live = new Map(Object.entries(modules).map(([document, source]) => [document, evaluateModule(source)]));
  return linkCompiled(catalogue, (document) => Promise.resolve(live.get(document)));
}

async function load(options: CatalogueOptions, { version, terminal }: CommandContext) {
  const { loadCatalogue } = await import('../catalogue/index.js');
  const loaded = loadCatalogue(options.catalogue, { version, asOf: terminal.today });
  refuseEmpty(options.catalogue, loaded.catalogue);
  return loaded;
}

/** A catalogue with faults is not tested, counted or built: its faults are shown instead. */
function refuse(faults: readonly CatalogueFault[], options: CatalogueOptions, context: CommandContext): undefined {
  const errors = faults.filter((fault) => fault.severity === 'error');
  for (const fault of errors.slice(0, 20)) context.terminal.note(`${faultLine(options.catalogue, fault)}\n`);
  context.terminal.note(
    said(context, {
      en: `the catalogue has ${plural(errors.length, 'error')}\n`,
      'zh-CN': `标准目录有 ${errors.length} 处错误\n`,
      fr: `le catalogue a ${plural(errors.length, 'erreur')}\n`,
    }),
  );
  context.exit(exitCodes.notChecked);
}

function faultLine(folder: string, { file, line, column, code, message, severity }: CatalogueFault): string {
  return sanitize(`${join(folder, file)}:${line}:${column} ${severity} ${code}: ${message}`);
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function said({ terminal }: CommandContext, text: OwnText): string {
  return text[terminal.language];
}
