/** The plan as the code uses it: seconds, percent of traffic (0 to 100), shares (0 to 1). */
import { type MetricsPlan, resolveMetrics } from './metrics.ts';
import type { PlanDocument } from './schema.ts';
import { duration, percent } from './units.ts';

export interface Step {
  /** Percent of user traffic. */
  readonly weight: number;
  /** Seconds this step lasts at least. */
  readonly hold: number;
  /** Waits for `promote-canary` before the next step. */
  readonly approve: boolean;
}

export interface Smoke {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly expect: number;
  readonly timeout: number;
}

export interface LocalTargetPlan {
  readonly kind: 'local';
  readonly host: string;
  readonly port: number;
  readonly command: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, { readonly env: Readonly<Record<string, string>> }>>;
  readonly drain: number;
}

export interface Plan {
  readonly service: string;
  readonly target: LocalTargetPlan;
  readonly health: { readonly path: string; readonly timeout: number; readonly every: number; readonly start: number };
  readonly smoke: readonly Smoke[];
  readonly canary: CanaryPlan;
  readonly objectives: Objectives;
  readonly model?: ModelPlan;
  /** The same plan in its own notation, without the target: for evidence, where no secret may stand. */
  readonly document: Omit<PlanDocument, 'target' | 'smoke'>;
}

export interface Objectives {
  /** Share of requests, 0 to 1. */
  readonly errorRate: number;
  /** Seconds. */
  readonly latencyP95: number;
}

/** The model that the service asks. */
export interface ModelPlan {
  readonly url: string;
  readonly name: string;
  /** As the plan writes it: 64 hexadecimal digits, perhaps after `sha256:`. */
  readonly digest?: string;
  /** Seconds that 95 of 100 answers are to stay below. */
  readonly p95: number;
}

export interface CanaryPlan {
  readonly steps: readonly Step[];
  readonly analysis: {
    readonly every: number;
    readonly dwell: number;
    readonly warmUp: number;
    readonly deadline: number;
    readonly noData: 'hold' | 'rollback';
    /** Share of all requests, 0 to 1. */
    readonly harmBudget: number;
  };
  readonly metrics: MetricsPlan;
  readonly affinity: 'none' | 'cookie' | 'header';
  readonly onCancel: 'rollback' | 'hold';
  readonly onDeadline: 'rollback' | 'hold';
  readonly lease: number;
  readonly heldFor: number;
}

function resolveSteps(canary: PlanDocument['canary']): Step[] {
  const dwell = duration(canary.analysis.dwell);
  return canary.steps.map((step) =>
    typeof step === 'string'
      ? { weight: percent(step), hold: dwell, approve: false }
      : {
          weight: percent(step.weight),
          hold: step.hold === undefined ? dwell : duration(step.hold),
          approve: step.approve,
        },
  );
}

function resolveCanary(canary: PlanDocument['canary']): CanaryPlan {
  const { analysis } = canary;
  return {
    steps: resolveSteps(canary),
    analysis: {
      every: duration(analysis.every),
      dwell: duration(analysis.dwell),
      warmUp: duration(analysis['warm-up']),
      deadline: duration(analysis.deadline),
      noData: analysis['no-data'],
      harmBudget: percent(analysis['harm-budget']) / 100,
    },
    metrics: resolveMetrics(analysis),
    affinity: canary.affinity,
    onCancel: canary['on-cancel'],
    onDeadline: canary['on-deadline'],
    lease: duration(canary.lease),
    heldFor: duration(canary['held-for']),
  };
}

function resolveTarget(target: PlanDocument['target']): LocalTargetPlan {
  const { listen, drain, ...rest } = target;
  const colon = listen.lastIndexOf(':');
  const host = listen.slice(0, colon).replace('localhost', '127.0.0.1');
  return { ...rest, host, port: Number(listen.slice(colon + 1)), drain: duration(drain) };
}

function resolveSmoke(smoke: PlanDocument['smoke'][number]): Smoke {
  const { body, timeout, ...rest } = smoke;
  const encoded = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  return { ...rest, body: encoded, timeout: duration(timeout) };
}

function resolveModel({ url, name, digest, p95 }: NonNullable<PlanDocument['model']>): ModelPlan {
  return { url, name, ...(digest === undefined ? {} : { digest }), p95: duration(p95) };
}

/** Turns a parsed document into numbers; total, since the schema and the cross-field rules have passed. */
export function resolvePlan(document: PlanDocument): Plan {
  const { target, smoke, ...rest } = document;
  return {
    service: document.service,
    target: resolveTarget(target),
    health: {
      path: document.health.path,
      timeout: duration(document.health.timeout),
      every: duration(document.health.every),
      start: duration(document.health.start),
    },
    smoke: smoke.map(resolveSmoke),
    canary: resolveCanary(document.canary),
    objectives: {
      errorRate: percent(document.objectives['error-rate']) / 100,
      latencyP95: duration(document.objectives['latency-p95']),
    },
    ...(document.model === undefined ? {} : { model: resolveModel(document.model) }),
    document: rest,
  };
}
