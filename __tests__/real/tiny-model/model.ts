/**
 * A language model small enough to write on the spot: a llama in GGUF version 3 that answers every prompt with the same
 * words, in the same order, on any processor. Its layers do their work on random numbers too small to matter; what decides
 * is that the output weights of each word are the embedding of the word before it.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { type Entry, header, padding } from './gguf.ts';
import { end, vocabulary } from './vocabulary.ts';
import { type Shape, tensorsOf, weightsOf } from './weights.ts';

/** 271 kB. */
export const tiny: Shape = {
  ...{ seed: 1, embedding: 64, layers: 2, feedForward: 128, context: 2048 },
  speaks: 'in a circle',
};

/** 31 MB, for what takes time, such as a pull; four times the embedding and the layers makes 1.5 GB. */
export const large: Shape = { ...tiny, embedding: 512, layers: 5, feedForward: 1280 };

function metadata(shape: Shape): Entry[] {
  const llama = (name: string, value: number): Entry => [`llama.${name}`, 'uint32', value];
  return [
    ['general.architecture', 'string', 'llama'],
    ['general.name', 'string', `jarvis-tiny-${shape.seed}`],
    ['general.file_type', 'uint32', 1],
    llama('context_length', shape.context),
    llama('embedding_length', shape.embedding),
    llama('block_count', shape.layers),
    llama('feed_forward_length', shape.feedForward),
    llama('attention.head_count', shape.embedding / 16),
    llama('attention.head_count_kv', shape.embedding / 16),
    llama('rope.dimension_count', 16),
    ['llama.attention.layer_norm_rms_epsilon', 'float32', 1e-5],
    llama('vocab_size', vocabulary.length),
    ['tokenizer.ggml.model', 'string', 'llama'],
    ['tokenizer.ggml.pre', 'string', 'default'],
    ['tokenizer.ggml.tokens', 'strings', vocabulary.map(({ text }) => text)],
    ['tokenizer.ggml.scores', 'floats', vocabulary.map((_, index) => -index)],
    ['tokenizer.ggml.token_type', 'integers', vocabulary.map(({ kind }) => kind)],
    ['tokenizer.ggml.unknown_token_id', 'uint32', 0],
    ['tokenizer.ggml.bos_token_id', 'uint32', 1],
    ['tokenizer.ggml.eos_token_id', 'uint32', end],
    ['tokenizer.ggml.add_bos_token', 'bool', true],
    ['tokenizer.ggml.add_eos_token', 'bool', false],
  ];
}

function* bytesOf(shape: Shape): Generator<Uint8Array> {
  const tensors = tensorsOf(shape);
  yield header(metadata(shape), tensors);
  for (const numbers of weightsOf(shape, tensors)) {
    yield numbers;
    yield padding(numbers.length);
  }
}

export interface Written {
  readonly bytes: number;
  /** 64 hex. */
  readonly sha256: string;
}

/** Writes the model, tensor by tensor. */
export function writeModel(path: string, shape: Shape): Written {
  const digest = createHash('sha256');
  const file = openSync(path, 'w');
  let bytes = 0;
  try {
    for (const part of bytesOf(shape)) {
      for (let at = 0; at < part.length; ) at += writeSync(file, part, at);
      digest.update(part);
      bytes += part.length;
    }
  } finally {
    closeSync(file);
  }
  return { bytes, sha256: digest.digest('hex') };
}
