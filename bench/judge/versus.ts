/** Figure 4 and the tables beside it: the same worlds under every rule. Columns are compared, so rows are made together. */
import { oracleFor, releaseUnder } from './against.ts';
import type { Cell, Conclude, Row } from './cell.ts';
import { disturbances, failing, identical, slower, slownesses, type Traffic } from './families.ts';
import { baselines, bernoulli, slowest, traffics } from './figures.ts';
import { bucketShares, type Distribution, usual } from './law.ts';
import { release } from './ours.ts';
import { median, medianAtLeast, numberText, type Outcome, percentText, shareOf, untilRollback } from './outcome.ts';
import { argo } from './peers/argo.ts';
import { flaggerDocs, flaggerOne } from './peers/flagger.ts';
import { kayenta } from './peers/kayenta.ts';
import type { Peer } from './peers/peer.ts';
import { pipecdMannWhitney, pipecdThreshold } from './peers/pipecd.ts';
import type { Scenario } from './scenario.ts';

type Rule = (scenario: Scenario, run: number) => Outcome;
const under =
  (peer: Peer, equal = false): Rule =>
  (scenario, run) =>
    releaseUnder(peer, scenario, run, equal);

/** Every rule by its column. */
export const rules: Readonly<Record<string, Rule>> = {
  ours: (scenario, run) => release(scenario, run),
  'Flagger docs': under(flaggerDocs),
  'Flagger thr. 1': under(flaggerOne),
  'Argo f0': under(argo(0)),
  'Argo f1': under(argo(1)),
  'Argo f3': under(argo(3)),
  Kayenta: under(kayenta, true),
  'PipeCD thr.': under(pipecdThreshold),
  'PipeCD M-W': under(pipecdMannWhitney, true),
};

/** One world for all rules. Without an oracle the versions are identical, and a rollback is false. */
interface Contest {
  readonly figure: number;
  readonly scenario: Scenario;
  readonly part: number;
  readonly oracle?: Rule;
}

function withErrors(figure: number, traffic: Traffic, bad: number, what: string): Contest {
  const oracle = oracleFor('errors', bernoulli(bad), bernoulli(traffic.errors));
  return { figure, scenario: failing(traffic, bad, what), oracle, part: figure === 4 ? 0.25 : 0.05 };
}

function withLatency(traffic: Traffic, law: Distribution, what: string): Contest {
  const oracle = oracleFor('buckets', bucketShares(law), bucketShares(usual));
  return { figure: 4.2, scenario: slower(traffic, law, what), oracle, part: 0.05 };
}

/** Where the issue sets a target: at least x5 of a 1 % baseline, at 100 rps or more. */
const isHeld = ({ rps, errors }: Traffic, bad: number) => rps >= 100 && errors === 0.01 && bad >= 5 * errors;

function contests(): readonly Contest[] {
  const all = [...slowest, ...traffics];
  const regressions = all.flatMap((traffic) => {
    const bads = [2, 5, 10].map((times) => [times * traffic.errors, `errors x${times}`] as const);
    return [...bads, [0.5, '50 % errors'] as const].map(([bad, what]) =>
      withErrors(isHeld(traffic, bad) ? 4 : 4.2, traffic, bad, `${what}, every rule`),
    );
  });
  const slow = traffics
    .filter(({ errors }) => errors === baselines[0])
    .flatMap((traffic) =>
      Object.entries(slownesses).map(([what, { law }]) => withLatency(traffic, law, `${what}, every rule`)),
    );
  const calm = all.map((traffic) => identical(traffic, 'identical, in operation'));
  const disturbed = Object.values(disturbances).flatMap((make) => traffics.map(make));
  const identicals = [...calm, ...disturbed].map((scenario) => ({ figure: 4.1, scenario, part: 0.1 }));
  return [...regressions, ...identicals, ...slow].toSorted((a, b) => a.figure - b.figure);
}

/** One cell a contest and rule; `versusRow` puts those of a contest together. */
export function versusCells(): Cell[] {
  return contests().flatMap(({ figure, scenario, part, oracle }) =>
    Object.entries(oracle === undefined ? rules : { ...rules, oracle }).map(([rule, run]) => ({
      figure,
      name: `${scenario.name} · ${rule}`,
      part,
      run: (index: number) => run(scenario, index),
      conclude: concluding(figure, scenario.name, rule),
    })),
  );
}

function concluding(figure: number, cell: string, rule: string): Conclude<Row> {
  return (outcomes, doubt) => {
    const needed = untilRollback(outcomes);
    const text = figure === 4.1 ? falselyText(outcomes) : foundText(outcomes);
    const measure = rule === 'ours' ? medianAtLeast(needed, doubt) : median(needed);
    return { figure, cell, values: { [rule]: text }, target: '', pass: undefined, measure };
  };
}

/** The share that was rolled back, and how long the others took to be promoted. */
function falselyText(outcomes: readonly Outcome[]): string {
  const promoted = outcomes.filter(({ kind }) => kind === 'promoted').map(({ t }) => t);
  const rolled = percentText(shareOf(outcomes, 'rolled-back'));
  return promoted.length < outcomes.length / 10 ? rolled : `${rolled}, ${numberText(median(promoted))} s`;
}

/** The median of those found, and their share unless that is nearly all. */
function foundText(outcomes: readonly Outcome[]): string {
  const found = outcomes.filter(({ kind }) => kind === 'rolled-back');
  const share = found.length / outcomes.length;
  if (share < 0.005) return 'never';
  const text = numberText(median(found.map(({ requests }) => requests)));
  return share >= 0.98 ? text : `${text} (${Math.round(100 * share)} %)`;
}

const factors = { 'Flagger docs': 15, 'Argo f1': 4.5 } as const;

/** Rows of one contest as one, with the targets of figure 4; a rule that never finds it needs infinitely many. */
export function versusRow(rows: readonly Row[]): Row {
  const values: Record<string, string> = Object.assign({}, ...rows.map((row) => row.values));
  const { figure = 4, cell = '' } = rows[0] ?? {};
  if (figure !== 4) return { figure, cell, values, target: '', pass: undefined };
  const measureOf = (rule: string) => rows.find((row) => rule in row.values)?.measure ?? Number.NaN;
  const ours = measureOf('ours');
  const kept = Object.entries(factors).every(([rule, factor]) => measureOf(rule) >= factor * ours);
  const target = '>= 15 x fewer than Flagger docs, 4.5 x than Argo f1';
  return { figure, cell, values, target, pass: Number.isFinite(ours) && kept };
}
