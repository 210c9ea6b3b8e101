/** Turns readings into lines of evidence and writes them as they happen: a killed job leaves every line it saw. */
import type { EvidenceLine, Observation } from '../../shared/release/evidence.ts';
import { carry, type Frame, historyLines, observationBetween } from '../../shared/release/observe.ts';
import type { Sample } from '../../shared/release/target.ts';

export interface Sides {
  readonly canary: string;
  readonly baseline: string | null;
  readonly sticky: boolean;
  readonly beside: boolean;
}

export class Recorder {
  /** What was written, for the report. */
  readonly lines: EvidenceLine[] = [];
  /** The line written last. */
  last: Observation | undefined;
  private readonly append: (lines: readonly EvidenceLine[]) => void;
  private readonly sides: Sides;
  private reference: Sample;
  private zero: number | null;

  /** `reached` is the evidence time (seconds) that an earlier controller came to; null before the first raise. */
  constructor(
    append: (lines: readonly EvidenceLine[]) => void,
    sides: Sides,
    reference: Sample,
    reached: number | null,
  ) {
    this.append = append;
    this.sides = sides;
    this.reference = reference;
    this.zero = reached === null ? null : reference.at - reached;
  }

  /** Whether the weight ever rose above 0, which is where evidence time begins. */
  get begun(): boolean {
    return this.zero !== null;
  }

  get epoch(): string {
    return this.reference.epoch;
  }

  /** Evidence time of the last reading, seconds. */
  get reached(): number | null {
    if (this.zero === null) return null;
    return Math.max(this.reference.at - this.zero, this.last?.t ?? 0);
  }

  write(...lines: readonly EvidenceLine[]): void {
    this.lines.push(...lines);
    this.append(lines);
  }

  /** The first raise happened at this reading: t = 0, and what came before is history. */
  begin(sample: Sample, history: readonly Sample[]): readonly Observation[] {
    this.zero = sample.at;
    this.reference = sample;
    const lines = historyLines(history, this.frame());
    if (lines.length > 0) this.write(...lines);
    return lines;
  }

  /** The line from the last reading to this one, at the weight that was in force. */
  observe(sample: Sample, weight: number): Observation {
    return this.keep(this.lineTo(sample, weight));
  }

  /** As `observe` for the rest of a line that a change of weight cut off; nothing happened in it: no line. */
  close(sample: Sample, weight: number): Observation | undefined {
    const line = this.lineTo(sample, weight);
    const requests = (line.canary?.requests ?? 0) + (line.baseline?.requests ?? 0);
    return requests === 0 ? undefined : this.keep(line);
  }

  /** Nothing could be read for `seconds`: the time goes on by the caller's clock. */
  miss(seconds: number, weight: number): Observation {
    const from = this.last?.t ?? this.reached ?? 0;
    const t = Math.round((from + seconds) * 1000) / 1000;
    return this.keep({ from, t, weight, canary: null, baseline: null });
  }

  /** The time that was missed by the caller's clock is not told twice: lines follow each other, whatever clocks differ. */
  private lineTo(sample: Sample, weight: number): Observation {
    const line = observationBetween(this.reference, sample, this.frame(), weight);
    this.reference = carry(this.reference, sample);
    const from = Math.max(line.from, this.last?.t ?? line.from);
    return { ...line, from, t: Math.max(line.t, from) };
  }

  private keep(line: Observation): Observation {
    this.write(line);
    this.last = line;
    return line;
  }

  private frame(): Frame {
    return { ...this.sides, zero: this.zero ?? this.reference.at };
  }
}
