/** One seed, told; a failing one is made smaller, fault by fault, as long as it fails in the same way. */
import { type Scenario, scenarioOf } from './scenario.ts';
import { type Result, simulate } from './simulate.ts';

/** The exit code. */
export async function show(seed: number, ledger: boolean): Promise<number> {
  const scenario = scenarioOf(seed, ledger);
  const result = await simulate(scenario);
  console.log(JSON.stringify(scenario, null, 2));
  tell(result);
  if (result.violations.length === 0) return 0;
  const smaller = await shrink(scenario, result);
  console.log(`\nmade smaller:\n${JSON.stringify(smaller, null, 2)}`);
  tell(await simulate(smaller));
  return 1;
}

/** The smallest scenario on the way that still breaks the same invariant first. */
export async function shrink(
  scenario: Scenario,
  { violations }: Pick<Result, 'violations'>,
  run: (scenario: Scenario) => Promise<Pick<Result, 'violations'>> = simulate,
): Promise<Scenario> {
  const broken = violations[0]?.invariant;
  let smallest = scenario;
  for (let again = true; again; ) {
    again = false;
    for (const candidate of candidates(smallest)) {
      const { violations: now } = await run(candidate);
      if (now[0]?.invariant !== broken) continue;
      smallest = candidate;
      again = true;
      break;
    }
  }
  return smallest;
}

function candidates(scenario: Scenario): Scenario[] {
  const { faults } = scenario;
  const fewer = faults.map((_, index) => ({ ...scenario, faults: faults.filter((_each, at) => at !== index) }));
  const plain = {
    halts: false,
    rerun: null,
    rollsBack: false,
    gate: null,
    onCancel: 'rollback',
    canary: 'good',
  } as const;
  const plainer = Object.entries(plain)
    .filter(([key, value]) => Reflect.get(scenario, key) !== value)
    .map(([key, value]) => ({ ...scenario, [key]: value }));
  return [...fewer, ...plainer];
}

function tell({ violations, fired, end }: Result): void {
  console.log(`${end}; happened: ${fired.join(', ') || 'nothing'}`);
  for (const { invariant, at, what } of violations)
    console.log(`  invariant ${invariant} at ${at.toFixed(2)} s: ${what}`);
}
