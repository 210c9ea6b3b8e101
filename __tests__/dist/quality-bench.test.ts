/** Benchmarks as a gate: a regression is a finding, and what has no samples cannot tell. */
import { describe, expect, it } from '@jest/globals';
import { fixture } from '../shared/findings/readers/recorded.ts';
import { check, leftover, siteOf } from './quality.ts';

interface Hyperfine {
  readonly results: readonly { readonly command: string; readonly times: readonly number[] }[];
}
/** As it was recorded, each time so many times as long. */
function slower(factor: number, only = /./): string {
  const { results } = JSON.parse(fixture('hyperfine-1.20.0.json')) as Hyperfine;
  const scaled = results.map((one) =>
    only.test(one.command) ? { ...one, times: one.times.map((time) => time * factor) } : one,
  );
  return JSON.stringify({ results: scaled });
}
const k6 = (median: number) =>
  `{"root_group":{},"metrics":{"iterations":{"count":9,"rate":3},"http_req_duration":{"med":${median}}}}`;
const inputs = { reports: 'hyperfine=now.json', 'bench-base': 'hyperfine=base.json' };

describe('hyperfine', () => {
  it('that takes five times as long is a finding for each command', async () => {
    const site = siteOf({ 'now.json': slower(5), 'base.json': slower(1) });
    const ran = await check(site, inputs);
    expect(ran).toMatchObject({ code: 1, verdict: 'findings', outputs: { new: '2', blocking: '2' } });
    expect(ran.found).toMatchObject(Array(2).fill({ category: 'slo', severity: { level: 'high' } }));
    expect(ran.summary).toMatch(/is worse than on the base/);
    expect(leftover(ran, 'findings.json')).toMatch(
      /it takes [\d.]+ to [\d.]+ times as much as the base, all of it beyond the allowed 1\.1/,
    );
  });

  it.each([
    ['of which one command is slower has one finding', slower(2, /^sleep/), {}, 'findings', '1'],
    ['that takes as long passes', slower(1), {}, 'passed', '0'],
    ['that is faster passes', slower(0.5), {}, 'passed', '0'],
    ['that is slower, but within what is allowed, passes', slower(2), { 'bench-max-ratio': '4' }, 'passed', '0'],
    ['that is slower where nothing blocks passes', slower(2), { 'fail-on': 'none' }, 'passed', '0'],
  ])('%s', async (_name, now, more, verdict, blocking) => {
    const ran = await check(siteOf({ 'now.json': now, 'base.json': slower(1) }), { ...inputs, ...more });
    expect(ran).toMatchObject({ verdict, outputs: { blocking } });
  });

  it.each([
    ['is not there', 'gone.json', 'hyperfine (gone.json): no such file'],
    ['is of another tool', 'k6.json', 'hyperfine (k6.json): it looks like a summary of k6'],
  ])('of which the base %s is an error that names it', async (_name, base, says) => {
    const site = siteOf({ 'now.json': slower(2), 'k6.json': k6(1) });
    const ran = await check(site, { ...inputs, 'bench-base': `hyperfine=${base}` });
    expect(ran).toMatchObject({ code: 1, verdict: 'error', errors: [`::error::error: ${says}`] });
  });

  it('with a benchmark that the base does not have says so, and passes', async () => {
    const base = JSON.stringify({ results: (JSON.parse(slower(1)) as Hyperfine).results.slice(1) });
    const ran = await check(siteOf({ 'now.json': slower(1), 'base.json': base }), inputs);
    expect(ran).toMatchObject({ code: 0, verdict: 'passed' });
    expect(ran.summary).toContain(': new: the base has no benchmark of this name');
  });
});

describe('k6', () => {
  it('cannot tell, as its summary has no single measurement, however much slower it is', async () => {
    const site = siteOf({ 'now.json': k6(400), 'base.json': k6(4) });
    const ran = await check(site, { reports: 'k6=now.json', 'bench-base': 'k6=base.json' });
    expect(ran).toMatchObject({ code: 0, verdict: 'passed', found: [] });
    expect(ran.summary).toMatch(/http\\_req\\_duration: median: cannot tell: this report has a summary and no single/);
  });
});
