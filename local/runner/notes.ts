/** What is accepted with a smaller meaning than on GitHub, in words for the person who runs it. */
import { entries, field, items, literal, place, type Token } from './token.ts';
import type { Note } from './workflow.ts';

const meanings: Readonly<Record<string, string>> = {
  'runs-on': 'runs on this machine',
  permissions: 'there is no token here, nothing is granted',
  concurrency: 'runs of one group are not held back here',
  environment: 'no approval is asked for and no deployment is recorded',
  defaults: 'applied to `run` steps as on GitHub',
  'continue-on-error': 'the failure is shown, the run goes on',
  'run-name': 'not shown here',
};

/** One note a kind, with every place where it stands. */
export function readNotes(root: Token, file: string): Note[] {
  const jobs = entries(field(root, 'jobs')).map(({ value }) => value);
  const owners = [root, ...jobs, ...jobs.flatMap((job) => items(field(job, 'steps')))];
  const found = owners.flatMap((owner) => entries(owner).filter(({ key }) => key in meanings));
  return Object.entries(meanings).flatMap(([key, meaning]) => {
    const of = found.filter((entry) => entry.key === key);
    if (of.length === 0) return [];
    const labels =
      key === 'runs-on' ? [...new Set(of.flatMap(({ value }) => items(value).map(literal)))].join(', ') : '';
    return [
      {
        message: `${key}${labels === '' ? '' : ` ${labels}`}: ${meaning}`,
        places: of.map(({ keyToken }) => place(file, keyToken)),
      },
    ];
  });
}
