/** Digests of models: the SHA-256 of the manifest, as `ollama list` shows its beginning. */

/** 64 hexadecimal digits in lower case, of a text with or without `sha256:`; undefined where it is none. */
export function digestOf(text: string): string | undefined {
  return /^(?:sha256:)?([0-9a-f]{64})$/i.exec(text)?.[1]?.toLowerCase();
}
