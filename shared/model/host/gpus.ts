/** GPUs as their drivers show them. */

export interface Gpu {
  /** `0 NVIDIA GeForce RTX 4090`. */
  readonly name: string;
  /** Of its time, 0 to 1, at one look; undefined where the driver does not say. */
  readonly busy?: number;
  /** Bytes; undefined where the driver does not say. */
  readonly memory?: { readonly used: number; readonly total: number };
}

/** What `nvidia-smi --format=csv,noheader,nounits` is asked for. */
export const nvidiaFields = 'index,name,utilization.gpu,memory.used,memory.total';

/** Memory is in MiB; `[N/A]` and the like are unknown. @returns undefined where the text is no such table */
export function nvidiaGpus(csv: string): readonly Gpu[] | undefined {
  const lines = csv.split('\n').filter((line) => line.trim() !== '');
  const gpus = lines.map((line): Gpu | undefined => {
    const [, index, name, busy, used, total] = /^\s*(\d+), (.+), ([^,]+), ([^,]+), ([^,]+?)\s*$/.exec(line) ?? [];
    return index === undefined ? undefined : gpuOf(`${index} ${name}`, number(busy), mebi(used), mebi(total));
  });
  return gpus.every((gpu) => gpu !== undefined) ? gpus : undefined;
}

/** Texts of files of the kernel's AMD driver; undefined for what is not there. */
export interface AmdFiles {
  /** `gpu_busy_percent`. */
  readonly busy: string | undefined;
  /** `mem_info_vram_used` and `mem_info_vram_total`, bytes. */
  readonly used: string | undefined;
  readonly total: string | undefined;
}

/** @returns undefined where none of the files is there, as of a GPU of another make */
export function amdGpu(card: string, { busy, used, total }: AmdFiles): Gpu | undefined {
  if (busy === undefined && total === undefined) return undefined;
  return gpuOf(`${card} AMD`, number(busy), number(used), number(total));
}

function gpuOf(name: string, busy: number | undefined, used: number | undefined, total: number | undefined): Gpu {
  return {
    name,
    ...(busy === undefined ? {} : { busy: busy / 100 }),
    ...(used === undefined || total === undefined || total === 0 ? {} : { memory: { used, total } }),
  };
}

function number(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d+\s*$/.test(text) ? Number(text) : undefined;
}

function mebi(text: string | undefined): number | undefined {
  const value = number(text);
  return value === undefined ? undefined : value * 2 ** 20;
}
