/** A target's status as a person reads it: the release first, then the versions, then the journal. */

import { readable } from '../shared/plan/units.ts';
import type { ReleaseStatus, TargetStatus, VersionStatus } from '../shared/release/target.ts';
import { clip } from '../shared/report/clip.ts';

/** The journal's last entries are what one looks for. */
const journalLines = 12;

/** A version's last words can be long; the whole of them is in its log. */
function oneLine(text: string): string {
  return clip(text.replace(/\s+/g, ' ').trim(), 160);
}

function releaseLines(release: ReleaseStatus | null): string[] {
  if (release === null) return ['no release yet'];
  const { id, version, baseline, phase, weight, verdict, reason, holder, since, expiresIn } = release;
  const state = verdict ?? `${phase} at ${weight} %`;
  const left = expiresIn === null ? '' : `, reverts in ${readable(Math.max(0, expiresIn))} unless renewed`;
  const whose = holder === null ? 'nobody' : `${holder.actor}, ${holder.run}, attempt ${holder.attempt}`;
  return [
    `release ${id}: ${version} over ${baseline ?? 'nothing'}, ${state}${left}`,
    `  since    ${since}`,
    `  lock     ${whose}`,
    `  reason   ${reason === '' ? '–' : oneLine(reason)}`,
  ];
}

function bar(weight: number): string {
  const filled = Math.round(weight / 5);
  return `${'█'.repeat(filled)}${'░'.repeat(20 - filled)}`;
}

function versionLine({ version, role, state, weight, inFlight, restarts, problem }: VersionStatus): string {
  const more = `${restarts > 0 ? `, ${restarts} restarts` : ''}${problem ? `, ${oneLine(problem)}` : ''}`;
  const percent = `${weight} %`.padStart(6);
  return `  ${role.padEnd(8)} ${version.padEnd(16)} ${bar(weight)} ${percent}  ${state}, ${inFlight} in flight${more}`;
}

/** Several lines, without colours. */
export function statusText(status: TargetStatus, folder: string): string {
  const journal = status.journal
    .slice(-journalLines)
    .map(
      ({ at, command, weight, reason }) =>
        `  ${at}  ${command.padEnd(10)} ${`${weight} %`.padStart(6)}  ${oneLine(reason)}`,
    );
  return [
    `${status.service} at ${status.url}`,
    `  folder   ${folder}`,
    `  former   ${status.former.join(', ') || 'none'}`,
    '',
    ...releaseLines(status.release),
    '',
    ...status.versions.map(versionLine),
    '',
    'journal',
    ...journal,
    '',
  ].join('\n');
}
