import type { Command, Option } from 'commander';
import { languages } from '../../model/language.js';

/**
 * A setting: an option of a command that `borderlint.yaml` and the environment may give as well.
 * `key` is the option's long name; in the environment it is `BORDERLINT_` and the key in capitals.
 */
export type Setting = {
  readonly key: string;
  /** `severities` and `mappings` are lines of two words, as a flag `RULE=error`, `PATTERN=goods.map.yaml`. */
  readonly kind: 'word' | 'words' | 'number' | 'severities' | 'mappings';
  /**
   * What the words name on the disk: a file or folder, a report and perhaps its file (`sarif=out.sarif`), a mapping and
   * perhaps the files it is for before it (`erp/*.csv=goods.map.yaml`).
   */
  readonly names?: 'path' | 'report' | 'mapping';
  /** Where the option itself does not list them. */
  readonly choices?: readonly string[];
};

/** Every setting, in the order files and lists show them. Descriptions and choices are those of the options. */
export const settings: readonly Setting[] = [
  { key: 'profile', kind: 'word' },
  { key: 'direction', kind: 'word' },
  { key: 'edition', kind: 'word' },
  { key: 'mode', kind: 'words' },
  { key: 'category', kind: 'words' },
  { key: 'standard', kind: 'words' },
  { key: 'rule', kind: 'words' },
  { key: 'skip', kind: 'words' },
  { key: 'claims', kind: 'words' },
  { key: 'severity', kind: 'severities' },
  { key: 'lang', kind: 'word', choices: languages },
  { key: 'format', kind: 'words', names: 'report' },
  { key: 'placeholder', kind: 'words' },
  { key: 'personal', kind: 'word' },
  { key: 'fail-on', kind: 'word' },
  { key: 'max-findings', kind: 'number' },
  { key: 'map', kind: 'mappings', names: 'mapping' },
  { key: 'baseline', kind: 'word', names: 'path' },
  { key: 'waivers', kind: 'word', names: 'path' },
  { key: 'max-waiver-days', kind: 'number' },
  { key: 'catalogue', kind: 'word', names: 'path' },
];

/** The settings a command takes, each with its option. */
export function settingsOf(command: Command): readonly { readonly setting: Setting; readonly option: Option }[] {
  return settings.flatMap((setting) => {
    const option = command.options.find(({ long }) => long === `--${setting.key}`);
    return option === undefined ? [] : [{ setting, option }];
  });
}

export function variableOf({ key }: Setting): string {
  return `BORDERLINT_${key.toUpperCase().replaceAll('-', '_')}`;
}
