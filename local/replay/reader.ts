/** Reads the lines of one file of evidence: checked, judged again, and compared with what was recorded. */
import type { Decision, EvidenceHeader, Observation } from '../../shared/release/evidence.ts';
import type { JudgeSettings } from '../../shared/release/judge/judge.ts';
import { doubtOf, readEntry, readHeader } from '../../shared/release/read-evidence.ts';
import { countedIn } from '../../shared/release/recorded-model.ts';
import { beginReplay, difference, type Ending, ending, type Replay, take } from '../../shared/release/replay.ts';
import type { Sample } from '../../shared/release/target.ts';
import { parseJson } from './json.ts';

/** Is told what happens in a file, in order. */
export interface Listener {
  began(header: EvidenceHeader): void;
  /** `recorded` is what was recorded instead, where that differs. */
  judged(line: Observation, decision: Decision, recorded: string | undefined): void;
  /** A decision that was recorded and belongs to no observation before it. */
  stray(recorded: Decision): void;
  /** Something that cannot be used or is odd; the file is judged all the same. */
  warned(message: string): void;
}

/** What a file comes to, and how many of its recorded decisions were compared and differ. */
export interface Replayed extends Ending {
  readonly compared: number;
  readonly different: number;
}

/** The settings that stand above a header's, for the bounds that it counts by. */
export type Given = (counted: Pick<Sample, 'bounds' | 'model'>) => JudgeSettings;

/** What was judged last and is not compared yet: what was recorded for it stands in the next line. */
interface Pending {
  readonly line: Observation;
  readonly decision: Decision;
}

/** @throws InputError and JsonError from `line` and `end`, where the evidence is broken. */
export class Reader {
  private readonly given: Given | undefined;
  private readonly listener: Listener;
  private counted: Pick<Sample, 'bounds' | 'model'> = { bounds: [] };
  private replay: Replay | undefined;
  private pending: Pending | undefined;
  private compared = 0;
  private different = 0;
  private doubted = false;

  constructor(given: Given | undefined, listener: Listener) {
    this.given = given;
    this.listener = listener;
  }

  line(text: string): void {
    if (text.trim() === '') return;
    const value = parseJson(text);
    if (this.replay === undefined) this.begin(value);
    else this.entry(this.replay, value);
  }

  end(): Replayed {
    const replay = this.replay ?? this.begin(undefined);
    this.flush();
    return { ...ending(replay), compared: this.compared, different: this.different };
  }

  /** Tells of what was judged and not yet told; also where the next line is broken. */
  flush(recorded?: string): void {
    if (this.pending) this.listener.judged(this.pending.line, this.pending.decision, recorded);
    this.pending = undefined;
  }

  private begin(value: unknown): Replay {
    const header = readHeader(value);
    this.counted = countedIn(header);
    const { replay, problems } = beginReplay(header, this.given?.(this.counted));
    this.replay = replay;
    for (const problem of problems) this.listener.warned(problem);
    this.listener.began(header);
    return replay;
  }

  private entry(before: Replay, value: unknown): void {
    const entry = readEntry(value, this.counted.bounds, this.counted.model);
    if ('decision' in entry) {
      this.recorded(entry, before);
      return;
    }
    this.flush();
    this.doubt(entry);
    const { replay, decision } = take(before, entry);
    this.replay = replay;
    if (decision) this.pending = { line: entry, decision };
  }

  /** Once a file: where one line is odd, all are. */
  private doubt(line: Observation): void {
    const doubt = this.doubted ? undefined : doubtOf(line);
    if (doubt === undefined) return;
    this.doubted = true;
    this.listener.warned(doubt);
  }

  private recorded(recorded: Decision, { exact, ended }: Replay): void {
    const { pending } = this;
    if (pending?.decision.t === recorded.t) {
      const other = difference(pending.decision, recorded, exact);
      this.compared += 1;
      if (other !== undefined) this.different += 1;
      this.flush(other);
      return;
    }
    this.flush();
    // After the end nothing is judged, so that nothing can be compared.
    if (!ended) this.listener.stray(recorded);
  }
}
