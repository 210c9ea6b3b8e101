/** The settings of an Ollama server: variables of its environment. */

/** Those that a check needs; nothing else of an environment is kept, since OLLAMA_API_KEY and others are secrets. */
const names = [
  'OLLAMA_CONTEXT_LENGTH',
  'OLLAMA_DEBUG',
  'OLLAMA_DEBUG_LOG_REQUESTS',
  'OLLAMA_KEEP_ALIVE',
  'OLLAMA_MODELS',
  'OLLAMA_NUM_PARALLEL',
] as const;
export type SettingName = (typeof names)[number];

export interface Settings {
  /** Where they were read: `process 4711`, `unit ollama.service`. */
  readonly from: string;
  /** As the server takes them, without spaces and quotes around; what is not set is absent. */
  readonly values: Readonly<Partial<Record<SettingName, string>>>;
  /** The server's HOME, below which its models are; undefined where it was not seen. */
  readonly home?: string;
}

/** @param environ as `/proc/<pid>/environ` has it: `name=value`, each ended by a null byte */
export function settingsIn(environ: string, from: string): Settings {
  return settingsOf(environ.split('\0'), from);
}

/** What `systemctl show` says of a unit. */
export interface Unit {
  /** 0 where it does not run. */
  readonly mainPid: number;
  /** Whether it also reads files, whose variables are not shown. */
  readonly hasFiles: boolean;
  readonly settings: Settings;
}

/** @param text of `systemctl show <unit> --property=MainPID,Environment,EnvironmentFiles` */
export function unitIn(text: string, unit: string): Unit {
  const value = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(text)?.[1] ?? '';
  return {
    mainPid: Number(value('MainPID')),
    hasFiles: value('EnvironmentFiles') !== '',
    settings: settingsOf(words(value('Environment')), `unit ${unit}`),
  };
}

/** Assignments of systemd: by spaces, quoted where there are some within. */
function words(text: string): readonly string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(
    ([, quoted, bare]) => bare ?? (quoted ?? '').replace(/\\(.)/g, '$1'),
  );
}

function settingsOf(assignments: readonly string[], from: string): Settings {
  const pairs = assignments.map(
    (text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)] as const,
  );
  const of = (name: string) => pairs.find(([key]) => key === name)?.[1];
  const values = names.flatMap((name) => {
    // Ollama takes spaces and quotes off, and what is empty then counts as not set.
    const value = of(name)
      ?.trim()
      .replace(/^["']+|["']+$/g, '');
    return value ? [[name, value] as const] : [];
  });
  const home = of('HOME');
  return { from, values: Object.fromEntries(values), ...(home ? { home } : {}) };
}

/** As Ollama reads a flag: whatever is neither true nor false is true. */
export function isOn(value: string | undefined): boolean {
  return value !== undefined && !/^(0|f|F|false|False|FALSE)$/.test(value);
}

/** As Ollama reads OLLAMA_DEBUG: a flag or a level, of which those below 0 log less; anything else is off. */
export function isDebug(value: string | undefined): boolean {
  if (value === undefined) return false;
  return /^(1|t|T|true|True|TRUE)$/.test(value) || (/^\+?\d{1,9}$/.test(value) && Number(value) > 0);
}

/** As Ollama reads OLLAMA_NUM_PARALLEL: 1 where it is not set, 0 or no number. */
export function parallelOf(value: string | undefined): number {
  return value !== undefined && /^\d{1,6}$/.test(value) ? Math.max(1, Number(value)) : 1;
}
