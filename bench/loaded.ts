/**
 * Lists what a Node process loads, when it is given to `--import`: at its end, one line a file or built-in module to the
 * file that BENCH_LOADED names.
 */
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const loaded = new Set<string>();

registerHooks({
  load(url, context, next) {
    loaded.add(url);
    return next(url, context);
  },
});

process.once('exit', () => {
  const { moduleLoadList } = process as unknown as { readonly moduleLoadList: readonly string[] };
  appendFileSync(process.env.BENCH_LOADED ?? '', [...loaded, ...moduleLoadList].join('\n'));
});
