import { finish } from '../../shared/action/finish.ts';
import { start } from '../../shared/action/start.ts';

await start('promote-canary', finish);
