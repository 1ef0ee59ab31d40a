// All that a preview's page is given: the vault's port. No bridge, no word to main.
import { HIDDEN_PORT } from '#shared/contract/hidden-port';
import { ipcRenderer } from 'electron';

ipcRenderer.once(HIDDEN_PORT, (event) => window.postMessage(HIDDEN_PORT, location.origin, event.ports));
