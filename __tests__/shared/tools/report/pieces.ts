/** Bytes handed over in pieces, as a file or a pipe would give them: every piece overwrites the one before it. */
export function inPieces(bytes: Uint8Array, size: number, write: (chunk: Uint8Array) => void): void {
  const buffer = Buffer.alloc(size);
  for (let from = 0; from < bytes.length; from += size) {
    const piece = bytes.subarray(from, from + size);
    buffer.set(piece);
    write(buffer.subarray(0, piece.length));
  }
}

/** The message of what a call throws; `''` where it throws nothing. */
export function complaint(call: () => unknown): string {
  try {
    call();
    return '';
  } catch (error) {
    if (error instanceof Error && error.name === 'ReportError') return error.message;
    throw error;
  }
}
