/**
 * Says at its end what a process took, when it is given to `--import`: kilobytes of memory at most and seconds of
 * computing, as JSON into the file that BENCH_PEAK names.
 */
import { writeFileSync } from 'node:fs';

process.once('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const taken = { kilobytes: maxRSS, seconds: (userCPUTime + systemCPUTime) / 1e6 };
  writeFileSync(process.env['BENCH_PEAK'] ?? '', JSON.stringify(taken));
});
