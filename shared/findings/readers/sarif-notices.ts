/** What a run says of itself: whether it came to its end, and what it could not look at. */
import { line } from './redact.ts';
import { artifactOf, messageOf } from './sarif-results.ts';
import type { Run } from './sarif-runs.ts';
import { type Fields, fields, list, text, whole } from './shape.ts';

export interface Notices {
  readonly errors: readonly string[];
  readonly skipped: readonly string[];
  readonly notes: readonly string[];
}

/** By the notification's name: the file was not read, whatever level the tool gives it. */
const unread = /syntax ?error|lexical ?error|parse ?error|timeout|out ?of ?memory|stack ?overflow/i;

/** It writes the same empty report for what is clean and for what is not there. */
const silent = /trufflehog/i;

/**
 * @param named whether to say which tool it was
 * @param found whether there was any result
 */
export function notices(run: Run, named: boolean, found: boolean): Notices {
  const errors: string[] = [];
  const skipped: string[] = [];
  const notes: string[] = [];
  const say = (words: string) => (named ? `${run.name}: ${words}` : words);
  if (!run.evaluated) skipped.push(say('there are no results in the report'));
  else if (!found && silent.test(run.name)) skipped.push(say('an empty report does not say that anything was scanned'));
  for (const invocation of run.invocations) {
    if (invocation['executionSuccessful'] === false) errors.push(say(unsuccessful(invocation)));
    for (const notification of notificationsOf(invocation)) {
      const level = text(notification['level']) ?? 'warning';
      const where = placeOf(notification, run);
      const words = say(describe(notification, where));
      if (unread.test(nameOf(notification)) || (level === 'error' && where !== undefined)) skipped.push(words);
      else if (level === 'error') errors.push(words);
      else if (level === 'warning') notes.push(words);
    }
  }
  return { errors, skipped, notes };
}

function unsuccessful(invocation: Fields): string {
  const code = whole(invocation['exitCode'], 0);
  return `the run did not succeed${code === undefined ? '' : ` (exit code ${code})`}`;
}

function notificationsOf(invocation: Fields): readonly Fields[] {
  const { toolExecutionNotifications: execution, toolConfigurationNotifications: configuration } = invocation;
  return [...list(execution), ...list(configuration)].map(fields);
}

const nameOf = (notification: Fields) => text(fields(notification['descriptor'])['id']) ?? '';

function placeOf(notification: Fields, run: Run): string | undefined {
  const location = fields(fields(list(notification['locations'])[0])['physicalLocation']);
  return run.placeOf(artifactOf(location['artifactLocation']))?.path;
}

/** A message about a file tends to quote it, up to the whole of it: then the name alone is told. */
function describe(notification: Fields, where: string | undefined): string {
  const name = line(nameOf(notification), 100);
  if (where !== undefined) return `${where}: ${name || 'not read'}`;
  if (unread.test(name) || name === 'PartialParsing') return name;
  return line(messageOf(notification['message']).text ?? '') || name || 'a notification without a message';
}
