// The benchmark's line to the process of the floor.
import { fork } from 'node:child_process';
import type { Acts, Answered, Asked } from './floor-process.ts';
import { built } from './office-settings.ts';

export interface Floor {
  /** Throws with what the other process threw. */
  ask<A extends keyof Acts>(act: A, given: Parameters<Acts[A]>[0]): Promise<Awaited<ReturnType<Acts[A]>>>;
  end(): void;
}

export function startFloor(): Floor {
  const child = fork(built('benchmark/floor.js'), [], { serialization: 'advanced' });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  child.on('message', (answered: Answered) => {
    const call = waiting.get(answered.id);
    waiting.delete(answered.id);
    if (answered.ok) call?.resolve(answered.value as never);
    else call?.reject(new Error(answered.why));
  });
  child.once('exit', () => waiting.forEach(({ reject }) => reject(new Error('the process of the floor ended'))));
  return {
    ask: (act, given) =>
      new Promise((resolve, reject) => {
        const asked: Asked = { id: (lastId += 1), act, given };
        waiting.set(asked.id, { resolve, reject });
        child.send(asked);
      }),
    end: () => child.disconnect(),
  };
}
