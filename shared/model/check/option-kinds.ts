/** The options that Ollama knows, each with its type and what it may be. */

export type OptionValue = number | boolean | readonly string[];
export interface Kind {
  readonly type: 'whole' | 'number' | 'flag' | 'texts';
  readonly least?: number;
  readonly most?: number;
}

const whole = (least?: number): Kind => ({ type: 'whole', ...(least === undefined ? {} : { least }) });
const number = (least: number, most = 1000): Kind => ({ type: 'number', least, most });

export const kinds: Readonly<Record<string, Kind>> = {
  num_ctx: whole(1),
  num_batch: whole(1),
  num_gpu: whole(-1),
  main_gpu: whole(0),
  num_thread: whole(0),
  use_mmap: { type: 'flag' },
  draft_num_predict: whole(0),
  num_keep: whole(-1),
  num_predict: whole(-2),
  seed: whole(),
  top_k: whole(0),
  repeat_last_n: whole(-1),
  temperature: number(0),
  top_p: number(0, 1),
  min_p: number(0, 1),
  typical_p: number(0, 1),
  repeat_penalty: number(0),
  presence_penalty: number(-2, 2),
  frequency_penalty: number(-2, 2),
  stop: { type: 'texts' },
};

/** Ollama took these once; now it drops them, so that whoever sets them believes in something that is not so. */
export const retired = new Set(
  'num_gqa use_mlock numa low_vram f16_kv logits_all vocab_only rope_frequency_base rope_frequency_scale tfs_z mirostat mirostat_eta mirostat_tau penalize_newline'.split(
    ' ',
  ),
);

/** Undefined where the value is of another type, or out of bounds. */
export function typed({ type, least = -Infinity, most = Infinity }: Kind, given: unknown): OptionValue | undefined {
  const text = typeof given === 'string' ? given.trim() : given;
  if (type === 'flag')
    return text === true || text === 'true' ? true : text === false || text === 'false' ? false : undefined;
  if (type === 'texts') return textsOf(text);
  const value = typeof text === 'string' && /^[-+]?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (typeof value !== 'number' || !Number.isFinite(value) || value < least || value > most) return undefined;
  return type === 'whole' && !Number.isSafeInteger(value) ? undefined : value;
}

function textsOf(given: unknown): readonly string[] | undefined {
  const all = [given].flat();
  return all.length > 0 && all.every((one): one is string => typeof one === 'string' && one !== '') ? all : undefined;
}

export function expected({ type, least, most }: Kind): string {
  if (type === 'flag') return 'true or false';
  if (type === 'texts') return 'a text, or several as a JSON array';
  const noun = type === 'whole' ? 'a whole number' : 'a number';
  if (least !== undefined && most !== undefined) return `${noun} from ${least} to ${most}`;
  return least === undefined ? noun : `${noun} of at least ${least}`;
}
