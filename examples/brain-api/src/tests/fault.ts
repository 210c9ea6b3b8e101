import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decide, type Fault, noFault, parseFault } from '../fault.ts';

const good: readonly { readonly text: string; readonly exp: Partial<Fault> }[] = [
  { text: '', exp: {} },
  { text: '  ', exp: {} },
  { text: 'errors=0.2', exp: { errors: 0.2 } },
  { text: 'errors=1', exp: { errors: 1 } },
  { text: 'latency=3', exp: { latency: 3 } },
  { text: 'crash', exp: { crash: true } },
  { text: 'errors=0.5,after=8s', exp: { errors: 0.5, after: 8 } },
  { text: 'errors=0.5;after=500ms', exp: { errors: 0.5, after: 0.5 } },
  { text: ' latency = 1.5 , after = 2m ', exp: { latency: 1.5, after: 120 } },
];

const bad: readonly { readonly text: string; readonly says: RegExp }[] = [
  { text: 'errors', says: /errors=: expected a number from 0 to 1/ },
  { text: 'errors=1.1', says: /errors=1\.1/ },
  { text: 'errors=-0.1', says: /errors=-0\.1/ },
  { text: 'errors=20%', says: /errors=20%/ },
  { text: 'latency=0', says: /latency=0/ },
  { text: 'after=8,errors=1', says: /after=8: expected a time such as 8s/ },
  { text: 'after=8s', says: /needs errors or latency/ },
  { text: 'errors=0.1,errors=0.2', says: /errors is given twice/ },
  { text: 'errors=0.1,', says: /expected errors=0\.2/ },
  { text: 'crash=1', says: /"crash=1"/ },
  { text: 'slow', says: /"slow"/ },
  { text: 'errors=0.1=2', says: /"errors=0\.1=2"/ },
];

const decisions = [
  { name: 'a healthy version never fails', fault: {}, random: 0, elapsed: 99, exp: { fail: false, factor: 1 } },
  { name: 'below the share fails', fault: { errors: 0.2 }, random: 0.199, elapsed: 0, exp: { fail: true, factor: 1 } },
  { name: 'at the share is fine', fault: { errors: 0.2 }, random: 0.2, elapsed: 0, exp: { fail: false, factor: 1 } },
  { name: 'all fail', fault: { errors: 1 }, random: 0.999, elapsed: 0, exp: { fail: true, factor: 1 } },
  { name: 'slow', fault: { latency: 3 }, random: 0, elapsed: 0, exp: { fail: false, factor: 3 } },
  {
    name: 'early',
    fault: { errors: 1, latency: 3, after: 8 },
    random: 0,
    elapsed: 7.9,
    exp: { fail: false, factor: 1 },
  },
  { name: 'late', fault: { errors: 1, latency: 3, after: 8 }, random: 0, elapsed: 8, exp: { fail: true, factor: 3 } },
];

describe('FAULT', () => {
  for (const { text, exp } of good)
    test(`reads "${text}"`, () => assert.deepEqual(parseFault(text), { ...noFault, ...exp }));
  for (const { text, says } of bad) test(`refuses "${text}"`, () => assert.throws(() => parseFault(text), says));
  for (const { name, fault, random, elapsed, exp } of decisions)
    test(`decides: ${name}`, () => assert.deepEqual(decide({ ...noFault, ...fault }, random, elapsed), exp));
});
