// The page's session: in memory only, no permission, no download, no spell-check dictionary, no address but our own.
import { app, session } from 'electron';
import type { Session } from 'electron';
import { log } from './log.ts';
import { isOurRequest } from './policy.ts';
import { DEAD_PROXY } from './switches.ts';

function refusePermissions(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  target.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
}

function refuseNetwork(target: Session): void {
  target.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !isOurRequest(details.url);
    if (cancel) log('request-refused', { kind: details.resourceType });
    answer({ cancel });
  });
  void target.setProxy({ mode: 'fixed_servers', proxyRules: DEAD_PROXY, proxyBypassRules: '<-loopback>' });
  target.on('will-download', (event) => event.preventDefault());
}

/** For every session, the unused default one included: its dictionary download was the runtime's only traffic. */
function hardenSession(target: Session): void {
  target.setSpellCheckerEnabled(false);
  target.setSpellCheckerLanguages([]);
  refusePermissions(target);
  refuseNetwork(target);
}

/** Must run before Electron is ready: no session, not even one opened by mistake, exists without these walls. */
export const hardenEverySession = (): void => void app.on('session-created', hardenSession);

/** A fresh session that lives in memory: without "persist:" Chromium writes none of it to disk. */
export const openSession = (): Session => session.fromPartition('records', { cache: false });
