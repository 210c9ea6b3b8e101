/** Files in GGUF, version 3: a header, metadata, a table of tensors, and their numbers. Little endian throughout. */

type Types = {
  readonly string: string;
  readonly uint32: number;
  readonly float32: number;
  readonly bool: boolean;
  readonly strings: readonly string[];
  readonly floats: readonly number[];
  readonly integers: readonly number[];
};
export type Entry = { [type in keyof Types]: readonly [key: string, type: type, value: Types[type]] }[keyof Types];

/** Numbers of 16 bits are half floats, those of 32 are floats. */
export interface Tensor {
  readonly name: string;
  /** Rows first, as one writes them; the file has them the other way round. */
  readonly shape: readonly number[];
  readonly bits: 16 | 32;
}

const alignment = 32;
const codes = { uint32: 4, integers: 5, float32: 6, bool: 7, string: 8, array: 9 };
const tensorCodes = { 32: 0, 16: 1 };

export function tensorBytes({ shape, bits }: Tensor): number {
  return (shape.reduce((product, each) => product * each, 1) * bits) / 8;
}

/** Bytes of zero that go after so many bytes. */
export function padding(length: number): Buffer {
  return Buffer.alloc((alignment - (length % alignment)) % alignment);
}

/** All that stands before the first tensor's numbers; each tensor follows in this order, with its padding. */
export function header(entries: readonly Entry[], tensors: readonly Tensor[]): Buffer {
  const parts = [Buffer.from('GGUF'), uint32(3), uint64(tensors.length), uint64(entries.length)];
  for (const entry of entries) parts.push(text(entry[0]), ...value(entry));
  let offset = 0;
  for (const tensor of tensors) {
    const sizes = [...tensor.shape].reverse().map(uint64);
    parts.push(text(tensor.name), uint32(sizes.length), ...sizes, uint32(tensorCodes[tensor.bits]), uint64(offset));
    offset += tensorBytes(tensor) + padding(tensorBytes(tensor)).length;
  }
  const bytes = Buffer.concat(parts);
  return Buffer.concat([bytes, padding(bytes.length)]);
}

function value([, type, content]: Entry): Buffer[] {
  switch (type) {
    case 'string':
      return [uint32(codes.string), text(content)];
    case 'uint32':
      return [uint32(codes.uint32), uint32(content)];
    case 'float32':
      return [uint32(codes.float32), float32(content)];
    case 'bool':
      return [uint32(codes.bool), Buffer.from([content ? 1 : 0])];
    case 'strings':
      return array(codes.string, content.map(text));
    case 'floats':
      return array(codes.float32, content.map(float32));
    case 'integers':
      return array(codes.integers, content.map(uint32));
  }
}

function array(code: number, items: readonly Buffer[]): Buffer[] {
  return [uint32(codes.array), uint32(code), uint64(items.length), ...items];
}

function text(content: string): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([uint64(bytes.length), bytes]);
}

function uint32(content: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(content);
  return bytes;
}

function uint64(content: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(content));
  return bytes;
}

function float32(content: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(content);
  return bytes;
}
