import { Gzip, strToU8 } from 'fflate';

/** What GitHub takes of one SARIF file: results in a run, megabytes compressed. */
export const mostResults = 25_000;
export const mostMegabytes = 10;

/** The compressor holds back its last block, and what follows the results needs room: stop before the very end. */
const stopAt = 0.9 * mostMegabytes * 1_000_000;
/** So many results always fit, however long their texts. */
const surelyFit = 2_000;
const blockLength = 262_144;

/** Follows how large the file will be once compressed, and says when the next result would be one too many. */
export function createUploadMeter(results: number): {
  readonly add: (text: string) => void;
  readonly full: () => boolean;
} {
  if (results <= surelyFit) return { add: () => undefined, full: () => false };
  let bytes = 0;
  let waiting = '';
  // The fastest level compresses least: what fits by it fits by any other.
  const gzip = new Gzip({ level: 1 }, (chunk) => {
    bytes += chunk.length;
  });
  return {
    add: (text) => {
      waiting += text;
      if (waiting.length < blockLength) return;
      gzip.push(strToU8(waiting));
      waiting = '';
    },
    full: () => bytes > stopAt,
  };
}
