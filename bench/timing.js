import { spawnSync } from 'node:child_process';

/** Runs the commands in turn, several times each; answers the median wall time of each in milliseconds. */
export function medians(commands, runs) {
  const times = commands.map(() => []);
  for (let run = 0; run <= runs; run++) {
    for (const [i, args] of commands.entries()) {
      const start = process.hrtime.bigint();
      const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
      if (status === null || status > 1) throw new Error(`exit ${status}: ${args.join(' ')}`);
      // The first round warms the disk cache and is not counted.
      if (run > 0) times[i].push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  }
  return times.map((one) => one.sort((a, b) => a - b)[Math.floor(one.length / 2)]);
}
