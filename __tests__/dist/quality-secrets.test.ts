/** A secret in any text of any reader's report comes out nowhere: not in outputs, log, summary, files or state. */
import { describe, expect, it } from '@jest/globals';
import { readerIds } from '../../shared/findings/readers/reader.ts';
import { leaksIn, plant, plantedIn, reports } from './planting.ts';
import { check, siteOf, visible } from './quality.ts';

describe.each(readerIds)('%s', (id) => {
  const planted = reports[id].flatMap((name) => plantedIn(id, name));
  const extension = id === 'junit' ? 'xml' : 'json';
  /** All in one run, and each has a secret of its own: what is known from one does not help to blot out another. */
  const site = siteOf(Object.fromEntries(planted.map(({ text }, index) => [`out/${index}.${extension}`, text])));
  const key = plant('base64', 'the key of the fingerprints');

  const runs = [
    { env: { KEY: key }, inputs: { 'fingerprint-key-env': 'KEY' } },
    { env: {}, inputs: {} },
  ];

  it('with and without a key', async () => {
    expect(planted.length).toBeGreaterThan(7);
    const sought = [...planted, { pointer: 'the key', secret: key }];
    const input = `${id}=out/*.${extension}`;
    for (const ran of await Promise.all(
      runs.map(({ inputs, env }) => check(site, { reports: input, ...inputs }, { env })),
    )) {
      expect(ran.stderr).toBe('');
      expect(leaksIn(visible(ran), sought)).toEqual([]);
      const masks = ran.stdout.split('\n').map((line) => line.startsWith('::add-mask::'));
      expect(masks.lastIndexOf(true)).toBeLessThan(masks.indexOf(false));
      const files = Object.keys(ran.left).map((path) => path.replace(/^check-quality-\w+\//, ''));
      expect(files.sort()).toEqual(['baseline.sarif', 'findings.json', 'findings.sarif', 'report.md']);
    }
  });
});
