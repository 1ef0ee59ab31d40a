// Whether this computer lets an ordinary user make namespaces. Where it does not (a chroot, some hardened systems), Chromium's
// sandbox starts through its set-user-id helper, and the kernel hides such processes from whoever is not root.
import { spawnSync } from 'node:child_process';

export const hasUserNamespaces = spawnSync('unshare', ['--user', '--map-root-user', 'true']).status === 0;

/** Said by a test of what it could not look at. */
export const NO_NAMESPACES =
  'this computer has no user namespaces: the kernel lets only root watch the sandboxed processes';
