import { start } from '../../shared/action/start.ts';
import { run } from './run.ts';

await start('warm-model', run, () => 'error');
