/** One cell of the table: a scenario, how often it runs, and what must come of it. */
import { release } from './ours.ts';
import type { Outcome } from './outcome.ts';
import type { Scenario } from './scenario.ts';

export interface Row {
  readonly figure: number;
  readonly cell: string;
  /** What was measured, column by column. */
  readonly values: Readonly<Record<string, string>>;
  /** The target in words; empty where there is none. */
  readonly target: string;
  readonly pass: boolean | undefined;
  /** The number behind a value that rows are compared by. */
  readonly measure?: number;
}

export type Conclusion = Omit<Row, 'figure' | 'cell'>;

/** What the runs come to. `doubt`: standard errors that a verdict leaves to chance, 0 where there are runs enough. */
export type Conclude<Of = Conclusion> = (outcomes: readonly Outcome[], doubt: number) => Of;

export interface Cell {
  readonly figure: number;
  readonly name: string;
  /** Share of the runs that were asked for. */
  readonly part: number;
  run(index: number): Outcome;
  readonly conclude: Conclude<Row>;
}

interface How {
  /** Keeps the weights to a timetable. */
  readonly force?: boolean;
  readonly part?: number;
  /** The same runs for the oracle. */
  readonly oracle?: (scenario: Scenario, run: number) => Outcome;
}

/** A cell of the judge under test. */
export function cellOf(figure: number, scenario: Scenario, conclude: Conclude, how: How = {}): Cell {
  const { force = false, part = 1, oracle } = how;
  return {
    figure,
    name: scenario.name,
    part,
    run: (index) => {
      const outcome = release(scenario, index, force);
      if (oracle === undefined) return outcome;
      const { kind, requests } = oracle(scenario, index);
      return { ...outcome, oracle: kind === 'rolled-back' ? requests : Number.POSITIVE_INFINITY };
    },
    conclude: (outcomes, doubt) => ({ figure, cell: scenario.name, ...conclude(outcomes, doubt) }),
  };
}
