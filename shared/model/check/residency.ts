/** Where a model is to be: the least share of it in the memory of a GPU. */

export type ResidencyWish = { readonly kind: 'any' } | { readonly kind: 'share'; readonly least: number };

/** `any`, `gpu` (all of it), or a share such as `90%`; undefined for anything else. */
export function residencyOf(text: string): ResidencyWish | undefined {
  if (text === 'any') return { kind: 'any' };
  if (text === 'gpu') return { kind: 'share', least: 1 };
  const share = /^(\d{1,3}(?:\.\d+)?)%$/.exec(text)?.[1];
  const least = Number(share) / 100;
  return share !== undefined && least > 0 && least <= 1 ? { kind: 'share', least } : undefined;
}

/** Of a model's bytes those in GPU memory; undefined where the server does not say. */
export function shareOf({ size, vram }: { readonly size: number; readonly vram: number }): number | undefined {
  return size > 0 ? Math.min(1, vram / size) : undefined;
}

/** `100%`, `87.5%`; `unknown` where the server does not say. Rounded down, so that what is not all in it never reads 100%. */
export function shareText(share: number | undefined): string {
  return share === undefined ? 'unknown' : `${Math.floor(share * 1000) / 10}%`;
}
