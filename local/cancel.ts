/** When a run is cancelled: by a signal to the runner, or by the scenario, which takes the same path. */
import type { NewEvent } from './events.ts';
import type { Scenario } from './scenario.ts';

export interface Canceller {
  readonly cancel: AbortSignal;
  /** Fires on the second signal. */
  readonly hurry: AbortSignal;
  /** Lets the scenario's cancel see which step started. */
  see(event: NewEvent): void;
  /** Stops listening. */
  end(): void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** npm passes on the Ctrl-C that the terminal has sent already; what comes so soon is the same wish. */
const echo = 250;

/** Listens for signals and for the step after which the scenario cancels; `announce` is told once. */
export function watchCancel(planned: Scenario['cancel'], announce: (reason: string) => void): Canceller {
  const first = new AbortController();
  const second = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let at = 0;
  const onCancel = (reason: string): void => {
    if (first.signal.aborted) {
      if (performance.now() - at > echo) second.abort();
    } else {
      at = performance.now();
      announce(reason);
      first.abort();
    }
  };
  for (const signal of signals) process.on(signal, onCancel);
  return {
    cancel: first.signal,
    hurry: second.signal,
    see: (event) => {
      if (planned === undefined || event.event !== 'step-start' || event.stage !== 'main') return;
      if (event.job !== planned.job || event.step !== planned.step) return;
      timer = setTimeout(() => onCancel(`the scenario, ${planned.after} s into ${planned.step}`), planned.after * 1000);
    },
    end: () => {
      clearTimeout(timer);
      for (const signal of signals) process.off(signal, onCancel);
    },
  };
}
