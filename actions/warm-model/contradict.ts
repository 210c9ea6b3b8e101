/** Refuses inputs that exclude each other. */
import { InputError } from '../../shared/action/errors.ts';

/** @param names of the inputs with their values; @param expected what to give instead */
export function contradict(names: string, expected: string): never {
  throw new InputError(`inputs ${names} contradict each other; expected ${expected}`);
}
