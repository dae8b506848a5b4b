import type { Formatter } from '../model/report.js';

/** Every report format. Help, completion and the contract tests follow from this list; the first is the default. */
export const formatters: readonly Formatter[] = [
  {
    id: 'text',
    description: { en: 'for reading in a terminal', 'zh-CN': '供终端阅读', fr: 'à lire dans un terminal' },
    load: async () => (await import('./text.js')).writeText,
  },
  {
    id: 'json',
    description: {
      en: 'one JSON object, with a published schema',
      'zh-CN': '单个 JSON 对象，附公开的 JSON Schema',
      fr: 'un objet JSON, avec un schéma publié',
    },
    load: async () => (await import('./json.js')).writeJson,
  },
  {
    id: 'jsonl',
    description: {
      en: 'one JSON object per line: run, findings, standards, summary',
      'zh-CN': '每行一个 JSON 对象：运行、问题、标准、汇总',
      fr: 'un objet JSON par ligne : exécution, constats, normes, bilan',
    },
    load: async () => (await import('./jsonl.js')).writeJsonl,
  },
  {
    id: 'sarif',
    description: {
      en: 'SARIF 2.1.0, for code scanning and editors',
      'zh-CN': 'SARIF 2.1.0，供代码扫描平台和编辑器使用',
      fr: "SARIF 2.1.0, pour l'analyse de code et les éditeurs",
    },
    load: async () => (await import('./sarif/index.js')).writeSarif,
  },
  {
    id: 'junit',
    description: {
      en: 'JUnit XML: a suite per standard, a test per rule',
      'zh-CN': 'JUnit XML：每项标准一个套件，每条规则一个测试',
      fr: 'JUnit XML : une suite par norme, un test par règle',
    },
    load: async () => (await import('./junit/index.js')).writeJunit,
  },
  {
    id: 'markdown',
    description: {
      en: 'Markdown with the conformance statement, for a job summary',
      'zh-CN': 'Markdown，含符合性声明，供流水线摘要使用',
      fr: "Markdown avec la déclaration de conformité, pour un résumé d'exécution",
    },
    load: async () => (await import('./markdown/index.js')).writeMarkdown,
  },
  {
    id: 'csv',
    description: {
      en: 'a table with a row per finding',
      'zh-CN': '表格，每处问题一行',
      fr: 'un tableau, une ligne par constat',
    },
    load: async () => (await import('./csv.js')).writeCsv,
  },
  {
    id: 'csv-excel',
    description: {
      en: 'the same table with a byte order mark, so that Excel reads it as UTF-8',
      'zh-CN': '同上，带字节序标记，使 Excel 按 UTF-8 打开',
      fr: 'le même tableau avec une marque d’ordre des octets, pour qu’Excel le lise en UTF-8',
    },
    load: async () => (await import('./csv.js')).writeExcelCsv,
  },
  {
    id: 'github',
    description: {
      en: 'annotations of GitHub Actions',
      'zh-CN': 'GitHub Actions 注释',
      fr: 'annotations de GitHub Actions',
    },
    load: async () => (await import('./github.js')).writeGithub,
  },
  {
    id: 'gitlab',
    description: {
      en: 'Code Quality of GitLab',
      'zh-CN': 'GitLab 代码质量报告',
      fr: 'Code Quality de GitLab',
    },
    load: async () => (await import('./gitlab.js')).writeGitlab,
  },
  {
    id: 'earl',
    description: {
      en: 'the conformance statement in EARL (JSON-LD)',
      'zh-CN': '符合性声明，EARL 格式（JSON-LD）',
      fr: 'la déclaration de conformité en EARL (JSON-LD)',
    },
    load: async () => (await import('./earl/index.js')).writeEarl,
  },
  {
    id: 'html',
    description: {
      en: 'one page for a browser, to read, search, print and send on',
      'zh-CN': '单个网页文件，供阅读、搜索、打印和转发',
      fr: 'une seule page pour navigateur, à lire, chercher, imprimer et transmettre',
    },
    load: async () => (await import('./html/index.js')).writeHtml,
  },
  {
    id: 'xlsx',
    description: {
      en: 'a workbook: the tables that were checked with their faulty cells marked, findings, verdicts',
      'zh-CN': '工作簿：标出问题单元格的原表、问题清单和结论',
      fr: 'un classeur : les tableaux vérifiés avec leurs cellules fautives marquées, constats, verdicts',
    },
    writes: 'bytes',
    load: async () => (await import('./xlsx/index.js')).writeWorkbook,
  },
];

export function formatterFor(id: string): Formatter | undefined {
  return formatters.find((formatter) => formatter.id === id);
}
