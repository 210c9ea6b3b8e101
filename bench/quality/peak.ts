/** Says at its end what memory a process took at most, when it is given to `--import`: kilobytes, into the file that BENCH_PEAK names. */
import { writeFileSync } from 'node:fs';

process.once('exit', () => {
  writeFileSync(process.env['BENCH_PEAK'] ?? '', String(process.resourceUsage().maxRSS));
});
