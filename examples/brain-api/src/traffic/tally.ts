/** What the users saw: counted as it happens, reported once. */
import { createHistogram } from 'node:perf_hooks';
import type { TrafficOptions } from './options.ts';

/** Latencies to the last byte in milliseconds; null when nothing was answered. */
export interface Latency {
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
}

/** What one version answered. */
export interface VersionCount {
  readonly requests: number;
  readonly failed: number;
}

/** What `traffic.json` holds. */
export interface TrafficReport {
  readonly origin: string;
  readonly rate: number;
  /** How long it went on, in seconds. */
  readonly seconds: number;
  /** Everything sent: answered, or lost. */
  readonly requests: number;
  /** Answered with another status than 2xx, or with a stream that ended in an error. */
  readonly failed: number;
  /** Not answered to the end: refused, reset, cut off or timed out. */
  readonly errors: number;
  /** Those of `errors` that ran into the time limit. */
  readonly timeouts: number;
  /** By the response header `x-jarvis-version`; `none` without it. */
  readonly versions: Readonly<Record<string, VersionCount>>;
  readonly latency: Latency;
}

/** Counts of one run. */
export interface Tally {
  answered(version: string, ok: boolean, milliseconds: number): void;
  lost(): void;
  timedOut(): void;
  report(options: TrafficOptions, seconds: number): TrafficReport;
}

/** Starts counting. */
export function createTally(): Tally {
  const versions = new Map<string, { requests: number; failed: number }>();
  // Microseconds: the histogram holds whole numbers.
  const latencies = createHistogram({ figures: 3 });
  let errors = 0;
  let timeouts = 0;
  const at = (percentile: number) => (latencies.count === 0 ? null : latencies.percentile(percentile) / 1000);
  return {
    answered(version, ok, milliseconds) {
      const count = versions.get(version) ?? { requests: 0, failed: 0 };
      versions.set(version, { requests: count.requests + 1, failed: count.failed + (ok ? 0 : 1) });
      latencies.record(Math.max(1, Math.round(milliseconds * 1000)));
    },
    lost() {
      errors += 1;
    },
    timedOut() {
      timeouts += 1;
    },
    report({ origin, rate }, seconds) {
      const counts = [...versions.values()];
      const sum = (key: 'requests' | 'failed') => counts.reduce((total, count) => total + count[key], 0);
      const latency = { p50: at(50), p95: at(95), p99: at(99) };
      const byVersion = Object.fromEntries([...versions].sort(([a], [b]) => (a < b ? -1 : 1)));
      const all = { requests: sum('requests') + errors, failed: sum('failed'), errors, timeouts };
      return { origin, rate, seconds, ...all, versions: byVersion, latency };
    },
  };
}
