/** What may go wrong at one moment, by kind. Each tells how long it lasts (seconds), or that it could not happen. */
import type { MomentKind } from './faults.ts';
import type { Setting } from './setting.ts';
import { openOf } from './target/book.ts';
import { isWell } from './world/world.ts';

/** `size` is from 0 to 1. */
export interface Moment {
  readonly setting: Setting;
  readonly size: number;
  readonly lease: number;
  /** A cancel is all that is wrong in this run. */
  readonly calm: boolean;
  /** For what shows only later whether it happened; with the seconds that it lasts from then on. */
  readonly happened: (lasting: number) => void;
}

type Happen = (moment: Moment) => number | undefined;

const canaryOf = ({ daemon }: Setting) => openOf(daemon.book)?.version ?? null;

export const moments: Readonly<Record<MomentKind, Happen>> = {
  'journal-torn': (moment) => {
    moment.setting.store.tear();
    return restarts(moment);
  },
  'journal-stale': (moment) => {
    const wait = 1 + 7 * moment.size;
    moment.setting.store.lie(3, () => moment.happened(wait + 4));
    moment.setting.timeline.after(wait, () => restarts(moment));
    return undefined;
  },
  'journal-full': (moment) => refuses(moment, 1 + 5 * moment.size),
  'store-away': (moment) => refuses(moment, 3 + 7 * moment.size),
  'target-restarted': (moment) => restarts(moment),
  'router-restarted': goesDark,
  'target-leaps': ({ setting, size }) => {
    setting.clock.leap(15 * size);
    setting.daemon.watchLease();
    return 0;
  },
  'stable-dead': ({ setting }) => dies(setting, [setting.daemon.book.stable]),
  'stable-slow': ({ setting }) => dies(setting, [setting.daemon.book.stable]),
  'canary-dead': ({ setting }) => dies(setting, [canaryOf(setting)]),
  'both-dead': ({ setting }) => dies(setting, [setting.daemon.book.stable, canaryOf(setting)]),
  'stable-ill': (moment) => fallsIll(moment, moment.setting.daemon.book.stable),
  'canary-ill': (moment) => fallsIll(moment, canaryOf(moment.setting)),
  'stable-short': runsShort,
  'controller-paused': ({ setting, size, lease }) => {
    const seconds = lease * (1.1 + size);
    return setting.working()?.pause(seconds);
  },
  'controller-leaps': ({ setting, size }) => setting.working()?.own.leap(15 * size),
  killed: ({ setting }) => setting.working()?.kill(),
  cancelled: cancels,
  'cancelled-twice': (moment) => {
    const process = moment.setting.working();
    moment.setting.timeline.after(0.1 + 2 * moment.size, () => process?.signal('SIGTERM'));
    return cancels(moment);
  },
  // Whoever comes to repair this finds the next run at work already.
  'rerun-beside-post': ({ setting }) => setting.working()?.signal('SIGINT'),
  'second-controller': ({ setting }) => (openOf(setting.daemon.book)?.holder ? setting.intrude() : undefined),
};

function refuses({ setting, happened }: Moment, seconds: number): undefined {
  setting.store.refuse(seconds, () => happened(seconds));
}

function restarts({ setting, size }: Moment): number {
  const seconds = 0.5 + 3 * size;
  setting.daemon.restart(seconds);
  return seconds;
}

function goesDark({ setting, size }: Moment): number {
  const { world, timeline, observer } = setting;
  const seconds = 0.3 + size;
  observer.excuse(seconds);
  world.recount();
  world.dark = true;
  timeline.after(seconds, () => {
    world.recount();
    world.dark = false;
  });
  return seconds;
}

function dies({ world, fleet }: Setting, names: readonly (string | null)[]): number | undefined {
  const there = names.filter((name) => name !== null && world.versions.get(name)?.alive) as string[];
  if (there.length < names.length) return undefined;
  for (const name of there) world.turn(name, { alive: false, up: false, capacity: 0 });
  for (const name of there) fleet.happened(name);
  return 12;
}

/** Its checks fail for a time, while it goes on answering. */
function fallsIll({ setting, size }: Moment, name: string | null): number | undefined {
  const { world, fleet, timeline } = setting;
  if (name === null || !isWell(world.versions.get(name))) return undefined;
  const seconds = 1 + 9 * size;
  const turn = (ill: boolean) => {
    world.turn(name, { ill });
    fleet.happened(name);
  };
  turn(true);
  timeline.after(seconds, () => turn(false));
  return seconds;
}

function runsShort({ setting, size }: Moment): number | undefined {
  const { world, daemon, timeline } = setting;
  const { stable } = daemon.book;
  if (stable === null || !isWell(world.versions.get(stable))) return undefined;
  const seconds = 2 + 12 * size;
  world.turn(stable, { capacity: 20 + 60 * size });
  timeline.after(seconds, () => isWell(world.versions.get(stable)) && world.turn(stable, { capacity: 100 }));
  return seconds;
}

/** Where nothing else is wrong, the canary has no weight a second later, or the plan's hold is in the journal. */
function cancels({ setting, calm }: Moment): number | undefined {
  const { world, timeline, observer } = setting;
  const held = openOf(setting.daemon.book)?.holder ?? null;
  const signalled = setting.working()?.signal('SIGINT');
  // Whoever has given the lock back before has nothing to lower.
  if (!calm || held === null || signalled === undefined) return signalled;
  const first = observer.entries;
  timeline.after(1, () => {
    const safe = observer.since(first).some(({ command }) => command === 'hold');
    const open = openOf(setting.daemon.book)?.phase === 'running';
    if (!safe && open && world.route.weight > 0)
      observer.breach(6, `${world.route.weight} % a second after the cancel`);
  });
  return signalled;
}
