import type { Finding } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type { ReportContext } from '../../model/report.js';
import { sanitizeBrief } from '../../text/sanitize.js';
import { say, sayLabelled } from '../../text/statement-words.js';
import { fileUri } from '../file-uri.js';
import { type FindingView, viewFinding } from '../finding-view.js';
import { fingerprint } from '../fingerprint.js';
import { foundText } from '../found-text.js';
import type { Plain } from '../json-shape.js';
import { levels } from './rules.js';
import { longestText, messageText } from './text.js';

/** Places beside a result that GitHub shows. */
const mostRelated = 100;

/** Where things stand in the run's lists. */
export type SarifIndex = {
  readonly rules: ReadonlyMap<string, number>;
  readonly artifacts: ReadonlyMap<string, number>;
};

/** One `result`. */
export function resultOf(finding: Finding, index: SarifIndex, context: ReportContext): Plain {
  const view = viewFinding(finding, context);
  const place = physicalLocation(finding.location, index);
  const print = fingerprint(finding);
  return {
    ruleId: sanitizeBrief(finding.rule, longestText),
    ruleIndex: index.rules.get(finding.rule),
    level: levels[finding.severity],
    kind: 'fail',
    message: { text: messageText(sentence(view, context), 2 * longestText) },
    locations: [{ physicalLocation: place, logicalLocations: logicalLocations(finding) }],
    relatedLocations:
      view.related.length === 0
        ? undefined
        : view.related.slice(0, mostRelated).map((other, id) => ({
            id,
            physicalLocation: physicalLocation(other.location, index),
            message: {
              text: messageText(say('compare', context.language, { value: foundText(other.actual, context.language) })),
            },
          })),
    // GitHub knows the first by name; the second is ours.
    partialFingerprints: { primaryLocationLineHash: `${print.slice(0, 32)}:1`, 'borderlintKey/v1': print },
    suppressions: finding.state === 'open' ? undefined : [suppression(finding.state, finding, context)],
    properties: {
      key: sanitizeBrief(finding.key, longestText),
      state: finding.state,
      standards: finding.standards,
      evidence: view.rule?.evidence,
      clause: view.rule?.clause,
      expected: sanitizeBrief(view.expected, longestText),
      actual: view.actual === undefined ? undefined : sanitizeBrief(view.actual, longestText),
      remedy: sanitizeBrief(view.remedy, longestText),
      cell: finding.location.cell,
    },
  };
}

/** What is wrong, what is there, what should be, what to do: GitHub shows this much and no more. */
function sentence(view: FindingView, context: ReportContext): string {
  const { language } = context;
  return [
    view.message,
    sayLabelled('found', foundText(view.actual, language), language),
    sayLabelled('expected', view.expected, language),
    sayLabelled('repair', view.remedy, language),
  ]
    .map((text) => sanitizeBrief(text, longestText / 2))
    .filter((text) => text !== '')
    .join(' · ');
}

export function physicalLocation(location: Location, { artifacts }: Pick<SarifIndex, 'artifacts'>): Plain {
  const { line, column } = location;
  return {
    artifactLocation: { uri: fileUri(location.file), index: artifacts.get(location.file) },
    // A whole file has no region; a column without its line would say nothing.
    region: line === undefined ? undefined : { startLine: line, startColumn: column },
  };
}

/** The record and the field, as the file names them. */
function logicalLocations({ record, field, location }: Finding): readonly Plain[] | undefined {
  const name = location.name ?? field;
  if (record === undefined && name === undefined) return undefined;
  const brief = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : sanitizeBrief(text, longestText);
  return [
    {
      name: brief(name ?? record),
      fullyQualifiedName: brief([record, name].filter((text) => text !== undefined).join('/')),
      kind: name === undefined ? 'object' : 'member',
    },
  ];
}

function suppression(state: 'waived' | 'baseline', { waiver }: Finding, { language }: ReportContext): Plain {
  const said = waiver === undefined ? [] : [waiver.owner, waiver.reason, waiver.ticket, waiver.expires];
  const justification = [say(state, language), ...said.filter((one) => one !== undefined)].join(' · ');
  return { kind: 'external', status: 'accepted', justification: sanitizeBrief(justification, longestText) };
}
