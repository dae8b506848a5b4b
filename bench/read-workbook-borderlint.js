import { fileSource, openParts } from '../dist/src/read/index.js';

let cells = 0;
for await (const part of openParts(await fileSource(process.argv[2]))) {
  const opened = await part.open();
  for await (const batch of opened.records({})) for (const row of batch) cells += row.cells.length;
  if (!opened.outcome().complete) throw new Error('not read to its end');
}
console.log(`${cells} cells`);
if (process.argv[3]) console.error(process.resourceUsage().maxRSS / 1024);
