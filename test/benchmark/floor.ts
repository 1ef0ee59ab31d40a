// The benchmark's line to the process of the floor.
import { type Line, startProcess } from './acts.ts';
import type { FloorActs } from './floor-process.ts';

export type Floor = Line<FloorActs>;
export const startFloor = (): Floor => startProcess<FloorActs>('floor.js');
