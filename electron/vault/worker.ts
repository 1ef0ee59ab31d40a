// A thread for one long job: starts with the job as its data, answers once, ends. Importing the whole vault makes it know every
// record kind, so that its checks are the same as those of the vault's own thread.
import './vault.ts';
import { parentPort, workerData } from 'node:worker_threads';
import { type HeavyJob, perform, threadError, type ThreadAnswer } from './backup/heavy-work.ts';

function answer(): ThreadAnswer {
  try {
    return { ok: true, outcome: perform(workerData as HeavyJob) };
  } catch (error) {
    return threadError(error);
  }
}

parentPort?.postMessage(answer());
