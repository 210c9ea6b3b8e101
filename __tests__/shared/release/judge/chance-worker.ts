/** Runs outside of the test's own context, in which every call of Math costs several times as much. */
import { parentPort, workerData } from 'node:worker_threads';
import { runsOf } from './chance.ts';

parentPort?.postMessage(runsOf(workerData));
