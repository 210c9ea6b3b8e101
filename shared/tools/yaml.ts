/** A document of YAML; one without anything but comments says nothing, which is no fault. */
import { load } from 'js-yaml';

/** Undefined where there is nothing but comments. @throws YAMLException */
export function yamlOf(text: string): unknown {
  const isEmpty = text.split(/\r?\n/).every((line) => /^[\ufeff\s]*(?:#|$)/.test(line));
  return isEmpty ? undefined : load(text);
}
