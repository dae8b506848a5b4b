import { UserError } from '../model/errors.js';
import type { HidePersonal } from '../model/report.js';
import { maskPersonal } from '../text/mask.js';
import type { CommandContext } from './command.js';

/** What reports show instead of personal data: its ends, a name of its own, or the data itself. */
export const personalChoices = ['mask', 'hash', 'show'] as const;

export type PersonalOptions = {
  readonly personal?: (typeof personalChoices)[number];
  /** The same as `--personal show`. */
  readonly showValues?: boolean;
};

/** Makes hashes the same in every run; without it every run has a key of its own that nobody learns. */
const keyVariable = 'BORDERLINT_PERSONAL_KEY';
const shortestKey = 16;

/**
 * How this run hides personal data; undefined: it is shown.
 * @throws UserError for a key so short that it could be guessed together with what it hides
 */
export async function hidingFor(
  { personal, showValues }: PersonalOptions,
  env: CommandContext['env'],
): Promise<HidePersonal | undefined> {
  if (showValues === true || personal === 'show') return undefined;
  if (personal !== 'hash') return maskPersonal;
  const key = env[keyVariable] ?? '';
  if (key !== '' && [...key].length < shortestKey) throw shortKey();
  const { hashPersonal, ownKey } = await import('./personal-hash.js');
  return hashPersonal(key === '' ? ownKey() : key);
}

function shortKey(): UserError {
  return new UserError(
    {
      en: `${keyVariable} has fewer than ${shortestKey} characters.`,
      'zh-CN': `${keyVariable} 少于 ${shortestKey} 个字符。`,
      fr: `${keyVariable} a moins de ${shortestKey} caractères.`,
    },
    {
      suggestion: {
        en: 'Who guesses the key can find out every identity number by trying: take a long random one, or none.',
        'zh-CN': '猜到密钥者可逐一试出身份证号：请使用较长的随机密钥，或不设密钥。',
        fr: 'Qui devine la clé retrouve chaque numéro d’identité par essais : prenez-en une longue et aléatoire, ou aucune.',
      },
    },
  );
}
