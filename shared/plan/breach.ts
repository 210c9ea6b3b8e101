/** What a plan must also satisfy, and does not: the field at fault, and the change that mends it. */
export interface Breach {
  readonly path: readonly (string | number)[];
  readonly message: string;
}
