/** The plans that are simulated, read as a user's plan is. Short times: they change nothing of what may happen. */

import type { Plan } from '../shared/plan/plan.ts';
import { readPlan } from '../shared/plan/read.ts';
import type { Scenario } from './scenario.ts';

const text = ({ gate, onCancel, onDeadline }: Pick<Scenario, 'gate' | 'onCancel' | 'onDeadline'>) => `
service: brain-api
target: { kind: local, command: [simulated], drain: 3s }
health: { timeout: 2s, every: 1s, start: 10s }
canary:
  steps: [10%, ${gate === null ? '50%' : '{ weight: 50%, approve: true }'}, 100%]
  analysis: { every: 2s, dwell: 4s, deadline: 2m, harm-budget: 5% }
  on-cancel: ${onCancel}
  on-deadline: ${onDeadline}
  lease: 12s
  held-for: 40s
objectives: { error-rate: 10%, latency-p95: 2s }
`;

const read = new Map<string, Plan>();

export function planOf(scenario: Scenario): Plan {
  const source = text(scenario);
  const known = read.get(source) ?? readPlan(source, 'simulated plan');
  read.set(source, known);
  return known;
}
