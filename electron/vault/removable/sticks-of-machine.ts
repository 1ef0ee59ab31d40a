// The composition root of the stick port: which of the two real implementations this machine gets. Never a simulated one.
import { linuxSticks } from './linux-sticks.ts';
import { plainFolders } from './plain-folders.ts';
import type { StickPort } from './stick-port.ts';

export const sticksOfMachine = (platform: NodeJS.Platform): StickPort =>
  platform === 'linux' ? linuxSticks() : plainFolders();
