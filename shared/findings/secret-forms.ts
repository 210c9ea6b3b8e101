/** The forms in which a known secret may stand in a text; escapes are read by `unescape.ts`, so they are no form here. */
import type { Needle } from './needles.ts';

/** A secret, or a line of one, is masked inside of other words from this length on. */
const free = 8;
/** Parts of Base64 below this length would be found by chance. */
const shortestPart = 6;

/**
 * What to look for: the secret without blank ends, and each line of one that has many, as a text may hold a part of it.
 * Short lines and frames such as `-----BEGIN` say nothing of it; a mask is no secret. A framed one is its lines: as all
 * of them begin alike, looking for the whole would cost as many comparisons as there are, wherever a frame stands.
 */
export function linesOf(secret: string): string[] {
  const whole = secret.trim();
  if (/^[*\s]*$/.test(whole)) return [];
  const isFramed = whole.startsWith('-----BEGIN ');
  const lines = whole.split(isFramed ? /\\r\\n|\\n|[\r\n]+/ : /[\r\n]+/).map((line) => line.trim());
  if (lines.length === 1) return [whole];
  const telling = lines.filter((line) => line.length >= free && !/^(?:\*+|-----(?:BEGIN|END) [^-]*-----)$/.test(line));
  return isFramed ? telling : [whole, whole.replace(/\r\n?/g, '\n'), ...telling];
}

/** Plain and encoded forms of one line of at least four characters. */
export function formsOf(line: string): Needle[] {
  const whole = line.length < free;
  const texts = [line, line.replaceAll(' ', '+')];
  const bytes = new TextEncoder().encode(line);
  const encoded = [base64(bytes), base64(bytes).replace(/=+$/, ''), ...hexForms(bytes)].filter(
    (text) => text.length >= free,
  );
  const parts = [0, 1, 2].map((offset) => base64Part(bytes, offset)).filter((text) => text.length >= shortestPart);
  return [
    ...texts.map((text) => ({ text, whole })),
    ...encoded.flatMap(bothAlphabets).map((text) => ({ text, whole })),
    ...parts.flatMap(bothAlphabets).map((text) => ({ text, whole: false })),
  ];
}

function bothAlphabets(text: string): string[] {
  const url = text.replaceAll('+', '-').replaceAll('/', '_');
  return url === text ? [text] : [text, url];
}

function hexForms(bytes: Uint8Array): string[] {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex, hex.toUpperCase()];
}

/** What the bytes alone decide of the Base64 of something that has `offset` bytes (modulo 3) in front of them. */
function base64Part(bytes: Uint8Array, offset: number): string {
  const shifted = new Uint8Array(offset + bytes.length);
  shifted.set(bytes, offset);
  return base64(shifted).slice(Math.ceil((offset * 8) / 6), Math.floor((shifted.length * 8) / 6));
}

function base64(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000)
    chunks.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(chunks.join(''));
}
