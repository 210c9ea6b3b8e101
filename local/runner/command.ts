/** Workflow commands: what a step says on its output to the runner. Pure. */

/** `::name key=value::data`, unescaped. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const known = [
  ...['debug', 'notice', 'warning', 'error', 'group', 'endgroup', 'add-mask', 'stop-commands', 'echo'],
  ...['set-env', 'add-path', 'set-output', 'save-state', 'add-matcher', 'remove-matcher'],
];

/** Reads a line as a command; undefined when it is plain text. */
export function parseCommand(line: string): Command | undefined {
  const modern = /^\s*::([a-z-]+)(?: (.*?))?::(.*)$/is.exec(line);
  if (modern) return command(modern, unescapeData, unescapeProperty, ',');
  const legacy = /##\[([a-z-]+)(?: ([^\]]*))?\](.*)$/is.exec(line);
  return legacy ? command(legacy, unescapeLegacy, unescapeLegacy, ';') : undefined;
}

type Unescape = (text: string) => string;

function command(
  match: RegExpExecArray,
  ofData: Unescape,
  ofProperty: Unescape,
  separator: string,
): Command | undefined {
  const name = (match[1] ?? '').toLowerCase();
  if (!known.includes(name)) return undefined;
  const pairs = (match[2] ?? '').split(separator).flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=');
    return at > 0 ? [[pair.slice(0, at).trim(), ofProperty(pair.slice(at + 1))]] : [];
  });
  return { name, properties: Object.fromEntries(pairs), data: ofData(match[3] ?? '') };
}

function unescapeData(text: string): string {
  return text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%');
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replace(/%3A/g, ':').replace(/%2C/g, ','));
}

function unescapeLegacy(text: string): string {
  return text
    .replace(/%3B/g, ';')
    .replace(/%5D/g, ']')
    .replace(/%0D/g, '\r')
    .replace(/%0A/g, '\n')
    .replace(/%25/g, '%');
}

export type Level = 'notice' | 'warning' | 'error';

/** What one line of output means to the runner. */
export type Effect =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'group'; readonly text: string }
  | { readonly kind: 'debug'; readonly text: string }
  | { readonly kind: 'mask'; readonly text: string }
  | { readonly kind: 'problem'; readonly text: string }
  | { readonly kind: 'warning'; readonly text: string }
  | { readonly kind: 'annotation'; readonly level: Level; readonly text: string; readonly at: AnnotationPlace }
  | { readonly kind: 'output'; readonly name: string; readonly value: string }
  | { readonly kind: 'state'; readonly name: string; readonly value: string }
  | { readonly kind: 'none' };

/** Where an annotation points, as far as it was said. */
export interface AnnotationPlace {
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
  readonly endColumn?: number;
}

/** The reader's memory between lines; both streams of a step share it. */
export interface ReaderState {
  /** While set, only this token is a command. */
  readonly stopped: string | undefined;
  readonly echo: boolean;
}

export const readerStart: ReaderState = { stopped: undefined, echo: false };

/** Reads the next line of output. */
export function readLine(state: ReaderState, line: string): { state: ReaderState; effects: readonly Effect[] } {
  const text: Effect = { kind: 'text', text: line };
  if (state.stopped !== undefined) {
    const resumed = line.trim() === `::${state.stopped}::`;
    return resumed ? { state: { ...state, stopped: undefined }, effects: [] } : { state, effects: [text] };
  }
  const found = parseCommand(line);
  if (found === undefined) return { state, effects: [text] };
  if (found.name === 'stop-commands') return stop(state, found.data);
  if (found.name === 'echo')
    return { state: { ...state, echo: found.data.trim().toLowerCase() === 'on' }, effects: [] };
  const effect = effectOf(found);
  const shown = state.echo && !['annotation', 'group', 'debug', 'none', 'mask'].includes(effect.kind);
  return { state, effects: shown ? [text, effect] : [effect] };
}

function stop(state: ReaderState, token: string): { state: ReaderState; effects: readonly Effect[] } {
  if (token.trim() === '' || known.includes(token.trim().toLowerCase())) {
    return { state, effects: [{ kind: 'problem', text: `Invalid token '${token}' for stop-commands` }] };
  }
  const mask: Effect[] = token.length > 6 ? [{ kind: 'mask', text: token }] : [];
  return { state: { ...state, stopped: token }, effects: mask };
}

function effectOf({ name, properties, data }: Command): Effect {
  switch (name) {
    case 'notice':
    case 'warning':
    case 'error':
      return { kind: 'annotation', level: name, text: data, at: placeOf(properties) };
    case 'group':
    case 'debug':
      return { kind: name, text: data };
    case 'add-mask':
      return data.trim() === ''
        ? { kind: 'warning', text: "Can't add secret mask for empty string" }
        : { kind: 'mask', text: data };
    case 'set-output':
    case 'save-state':
      return { kind: name === 'set-output' ? 'output' : 'state', name: properties['name'] ?? '', value: data };
    case 'set-env':
    case 'add-path':
      return {
        kind: 'problem',
        text: `The \`${name}\` command is disabled. Please upgrade to using Environment Files`,
      };
    case 'add-matcher':
    case 'remove-matcher':
      return { kind: 'warning', text: `problem matchers work on GitHub, not here: ${name} ${data}` };
    default:
      return { kind: 'none' };
  }
}

function placeOf(properties: Readonly<Record<string, string>>): AnnotationPlace {
  const number = (name: string, as: string): Record<string, number> => {
    const value = Number.parseInt(properties[name] ?? '', 10);
    return Number.isNaN(value) ? {} : { [as]: value };
  };
  const word = (name: string): Record<string, string> => (properties[name] ? { [name]: properties[name] } : {});
  return {
    ...word('title'),
    ...word('file'),
    ...number('line', 'line'),
    ...number('endLine', 'endLine'),
    ...number('col', 'column'),
    ...number('endColumn', 'endColumn'),
  };
}
