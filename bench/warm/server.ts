/** The servers that the warm check is measured at: one that plays recorded answers, and a real Ollama where its tool is installed. */
import { startOllama } from '../../__tests__/real/ollama-server.ts';
import { recordedLines } from '../../__tests__/shared/model/recorded.ts';
import { type Script, scripted, stream } from '../../__tests__/shared/model/scripted.ts';
import { findTool } from '../../scripts/tools/lock.ts';
import { usualTokens } from '../../shared/model/warm.ts';

export interface BenchServer {
  readonly url: string;
  /** In words. */
  readonly what: string;
  end(): Promise<void>;
}

/** Seconds between two lines: 200 tokens a second are more than gpt-oss:20b gives on most cards. */
const pace = 0.005;

export async function playedServer(): Promise<BenchServer> {
  const server = await scripted(played);
  const what = `a server that plays recorded lines, ${usualTokens} an answer, one each ${1000 * pace} ms`;
  return { url: server.url, what, end: () => server.close() };
}

const played: Script = {
  faults: {
    'POST /api/generate': (response, { body }, usual) =>
      body['prompt'] === undefined ? usual() : stream(response, answer(), pace),
  },
};

/** As long as the answers of a check are, with the last line that tells of all. */
function answer(): readonly Record<string, unknown>[] {
  const lines = recordedLines('08-generate-stream');
  const tokens = lines.slice(0, -1);
  return [...Array.from({ length: usualTokens }, (_, at) => tokens[at % tokens.length] ?? {}), ...lines.slice(-1)];
}

/** Undefined where Ollama is not installed, which is said. */
export async function realServer(): Promise<BenchServer | undefined> {
  const found = findTool('ollama');
  if ('reason' in found) {
    console.log(`a real Ollama: left out, ${found.reason}`);
    return undefined;
  }
  const server = await startOllama(found.path);
  await server.create('tiny');
  return { url: server.url, what: 'a real Ollama with a model of 271 kB', end: () => server.end() };
}
