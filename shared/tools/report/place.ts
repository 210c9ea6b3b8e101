/** Where the members of a JSON document stand that are wanted one by one: a small tree made of paths such as `$.results.*`. */

export interface Place {
  /** What stands here is a member. */
  readonly wanted: boolean;
  /** Below it, by key or index; undefined: nothing there is wanted. */
  below(key: string): Place | undefined;
}

/** Every place of a document, none of them wanted. */
export const anywhere: Place = { wanted: false, below: () => anywhere };

/** `*` stands for every key and index. @throws Error for a path that is none, which is a bug of the reader's */
export function placesOf(paths: readonly string[]): Place {
  const split = paths.map((path) => {
    const [root, ...keys] = path.split('.');
    if (root !== '$' || keys.includes('')) throw new Error(`${path} is no path of members`);
    return keys;
  });
  return placeOf(split);
}

function placeOf(paths: readonly (readonly string[])[]): Place {
  const known = new Map<string, Place | undefined>();
  const find = (key: string) => {
    const matching = paths.filter(([first]) => first === key || first === '*');
    return matching.length === 0 ? undefined : placeOf(matching.map((path) => path.slice(1)));
  };
  const other = find('*');
  for (const key of new Set(paths.flatMap(([first]) => first ?? []))) known.set(key, find(key));
  return {
    wanted: paths.some((path) => path.length === 0),
    below: (key) => (known.has(key) ? known.get(key) : other),
  };
}
