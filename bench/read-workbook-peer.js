import { readSheet } from 'read-excel-file/node';

const rows = await readSheet(process.argv[2]);
let cells = 0;
for (const row of rows.slice(1)) cells += row.length;
console.log(`${cells} cells`);
if (process.argv[3]) console.error(process.resourceUsage().maxRSS / 1024);
