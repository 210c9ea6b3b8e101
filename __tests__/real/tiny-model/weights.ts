/** The numbers of the tiny model. */
import { type Tensor, tensorBytes } from './gguf.ts';
import { end, firstWord, type Speaks, vocabulary } from './vocabulary.ts';

export interface Shape {
  /** Same shape and seed: same bytes. */
  readonly seed: number;
  /** A multiple of 16, of which each head takes 16. */
  readonly embedding: number;
  readonly layers: number;
  readonly feedForward: number;
  readonly context: number;
  readonly speaks: Speaks;
}

/** A test's global objects are slow to reach. */
const { imul } = Math;

/** Numbers below 2^32, the same for the same seed (mulberry32). */
function source(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** Half floats as bits, so that no arithmetic of a machine comes in: +-1, +-0.5, and some hundredths. */
const half = { one: 0x3c00, half: 0x3800, minus: 0x8000, small: 0x2000 };

/** A direction for each word. Whatever is no word stands where the last word does, or apart, so that the first comes next. */
function embeddings({ embedding: size, speaks }: Shape, next: () => number): Uint16Array {
  const direction = () => Uint16Array.from({ length: size }, () => half.one | (next() & half.minus));
  const last = direction();
  const start = speaks === 'to the end' ? direction() : last;
  const bits = new Uint16Array(vocabulary.length * size);
  for (let token = 0; token < vocabulary.length; token++) {
    const isWord = token >= firstWord && token < vocabulary.length - 1 && speaks !== 'one word';
    const others = token < firstWord ? start : last;
    bits.set(isWord ? direction() : others, token * size);
  }
  return bits;
}

/** The row of each word is where the token before it stands, at half the length. */
function outputs(embedded: Uint16Array, { embedding: size, speaks }: Shape): Uint16Array {
  const bits = new Uint16Array(embedded.length);
  const follow = (token: number, before: number) => {
    const row = embedded.subarray(before * size, (before + 1) * size);
    bits.set(
      row.map((one) => (one & half.minus) | half.half),
      token * size,
    );
  };
  follow(firstWord, 0);
  if (speaks === 'one word') return bits;
  for (let token = firstWord + 1; token < vocabulary.length; token++) follow(token, token - 1);
  if (speaks === 'to the end') follow(end, vocabulary.length - 1);
  return bits;
}

function noise(length: number, next: () => number): Uint16Array {
  const bits = new Uint16Array(length);
  for (let at = 0; at < length; at++) bits[at] = (next() & (half.minus | 0x3ff)) | half.small;
  return bits;
}

/** Normalisations are all ones; the rest of a layer is noise. */
export function tensorsOf({ embedding, layers, feedForward }: Shape): Tensor[] {
  const floats = (name: string): Tensor => ({ name: `${name}.weight`, shape: [embedding], bits: 32 });
  const halves = (name: string, ...shape: number[]): Tensor => ({ name: `${name}.weight`, shape, bits: 16 });
  const layer = (index: number) => {
    const of = (part: string) => `blk.${index}.${part}`;
    return [
      floats(of('attn_norm')),
      ...['attn_q', 'attn_k', 'attn_v', 'attn_output'].map((part) => halves(of(part), embedding, embedding)),
      floats(of('ffn_norm')),
      halves(of('ffn_gate'), feedForward, embedding),
      halves(of('ffn_up'), feedForward, embedding),
      halves(of('ffn_down'), embedding, feedForward),
    ];
  };
  return [
    halves('token_embd', vocabulary.length, embedding),
    ...Array.from({ length: layers }, (_, index) => layer(index)).flat(),
    floats('output_norm'),
    halves('output', vocabulary.length, embedding),
  ];
}

/** The numbers of the tensors, in their order. */
export function* weightsOf(shape: Shape, tensors: readonly Tensor[]): Generator<Uint8Array> {
  const next = source(shape.seed);
  const embedded = embeddings(shape, next);
  for (const tensor of tensors) yield new Uint8Array(numbersOf(tensor, shape, embedded, next).buffer);
}

function numbersOf(tensor: Tensor, shape: Shape, embedded: Uint16Array, next: () => number) {
  if (tensor.name === 'token_embd.weight') return embedded;
  if (tensor.name === 'output.weight') return outputs(embedded, shape);
  if (tensor.bits === 32) return new Float32Array(shape.embedding).fill(1);
  return noise(tensorBytes(tensor) / 2, next);
}
