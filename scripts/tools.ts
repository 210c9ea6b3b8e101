/**
 * Installs the tools of scripts/tools/lock.json, all or those named, for the suites on real parts:
 * `node scripts/tools.ts [NAME...]`. Mirrors of Debian come from JARVIS_DEBIAN_MIRROR (several by spaces), then apt is asked.
 */
import { install } from './tools/install.ts';
import { cacheFolder, findTool, readLock } from './tools/lock.ts';

const lock = readLock();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(lock, name));
if (unknown.length > 0) {
  console.error(`no such tool: ${unknown.join(', ')}; scripts/tools/lock.json has ${Object.keys(lock).join(', ')}`);
  process.exit(2);
}
const mirrors = (process.env.JARVIS_DEBIAN_MIRROR ?? '').split(/\s+/).filter((mirror) => mirror !== '');
for (const [name, tool] of Object.entries(lock)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  try {
    if (tool.kind === 'go' && 'reason' in findTool(name))
      console.log(`${name} ${tool.version}: building it, which takes minutes`);
    const { folder, fresh } = await install(name, tool, cacheFolder(), { mirrors, apt: true });
    console.log(`${name} ${tool.version}: ${fresh ? 'installed' : 'there already'}, ${folder}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
