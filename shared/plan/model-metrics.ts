/** What a plan reads of the service's model: first tokens, tokens a second, answers that broke off. */
import type { PlanDocument } from './schema.ts';
import { parseSelector, type Selector } from './selector.ts';

type Asked = NonNullable<NonNullable<PlanDocument['canary']['analysis']['metrics']>['model']>;

/** A metric of the model, named as the plan's key is. */
export type ModelMetricPlan = {
  readonly name: keyof Asked;
  /** Which values are worse; of counted failures higher ones. */
  readonly worse: 'higher' | 'lower';
} & (
  | {
      /** The buckets of a classic histogram. */
      readonly histogram: Selector;
    }
  | { readonly errors: Selector; readonly answers: Selector }
);

/** Total, since the rules have passed. @param requests what answers are counted by where the plan does not say */
export function resolveModelMetrics(asked: Asked | undefined, requests: Selector): readonly ModelMetricPlan[] {
  if (asked === undefined) return [];
  const histogram = (name: 'first-token' | 'tokens-per-second', worse: 'higher' | 'lower'): ModelMetricPlan[] => {
    const text = asked[name];
    if (text === undefined) return [];
    const selector = parseSelector(text);
    return [{ name, worse, histogram: { ...selector, name: `${selector.name}_bucket` } }];
  };
  const lines = asked['error-lines'];
  const answers = asked.answers === undefined ? requests : parseSelector(asked.answers);
  return [
    ...histogram('first-token', 'higher'),
    ...histogram('tokens-per-second', 'lower'),
    ...(lines === undefined
      ? []
      : [{ name: 'error-lines', worse: 'higher', errors: parseSelector(lines), answers } as const]),
  ];
}
