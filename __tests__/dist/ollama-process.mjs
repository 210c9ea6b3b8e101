/** A scripted server in a process of its own that Linux shows as `ollama`: the script is its argument, its address the first line it prints. */
import { scripted } from '../shared/model/scripted.ts';

process.title = 'ollama';
const { url } = await scripted(JSON.parse(process.argv[2] ?? '{}'));
console.log(url);
