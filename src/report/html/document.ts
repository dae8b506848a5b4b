import type { Report, ReportContext } from '../../model/report.js';
import { inLanguage } from '../../text/language.js';
import { runVerdicts } from '../../text/report-words.js';
import { sanitizeBrief } from '../../text/sanitize.js';
import { escapeHtml, scriptSafe } from './escape.js';
import type { PageData } from './page-data.js';
import { plainSummary } from './plain-summary.js';

/** What the build makes of the folder `page`: script and style as text, and the policy that lets exactly these two run. */
export type PageAssets = { readonly script: string; readonly style: string; readonly policy: string };

/** The whole file. A browser that runs no scripts shows the summary in the language of the run. */
export function* documentText(
  report: Report,
  data: PageData,
  { script, style, policy }: PageAssets,
  context: ReportContext,
): Iterable<string> {
  const verdict = inLanguage(runVerdicts[report.verdict], context.language);
  const [first] = report.inputs;
  const title = [verdict, sanitizeBrief(first?.file ?? '', 80), 'borderlint']
    .filter((piece) => piece !== '')
    .join(' · ');
  yield `<!doctype html>
<html lang="${context.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="borderlint ${escapeHtml(report.tool.version)}">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<noscript>${plainSummary(report, context)}</noscript>
<div id="report"></div>
<script type="application/json" id="data">`;
  yield* dataText(data);
  yield `</script>
<script>${script}</script>
</body>
</html>
`;
}

/** The data in pieces, one member of the findings after another: a single text of it all could be too long. */
function* dataText({ findings, ...rest }: PageData): Iterable<string> {
  yield `${scriptSafe(rest).slice(0, -1)},"findings":{`;
  for (const [index, [name, values]] of Object.entries(findings).entries())
    yield `${index === 0 ? '' : ','}${scriptSafe(name)}:${scriptSafe(values)}`;
  yield '}}';
}
