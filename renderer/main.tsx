// The entry of the page. The order matters: the Trusted Types policy, zod without eval, then the rest.
import './tt.ts';
import './no-eval.ts';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import './ui/css/base.css';
import './ui/css/shell.css';
import './ui/css/sheets.css';
import './ui/css/words.css';
import './ui/css/case.css';
import './ui/css/outcome.css';
import './ui/css/questions.css';
import './ui/css/talk.css';
import './session/night.css';
import './session/wizard.css';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { openTransport, receivePort } from './api/port.ts';
import { App } from './app.tsx';
import { keepPreferences } from './preferences.ts';
import { prepareText } from './text.ts';

const nonce = document.querySelector<HTMLElement>('meta[property=csp-nonce]')?.nonce ?? '';
setNonce(nonce); // scroll lock of dialogs
prepareText();

const bridge = window.records;
keepPreferences(bridge);
const root = createRoot(document.getElementById('root')!);

/** Two frames after the first render the screen is painted. */
const sayPainted = (): void => void requestAnimationFrame(() => requestAnimationFrame(() => bridge.painted()));

void receivePort(window, bridge).then((port) => {
  root.render(<App transport={openTransport(port)} bridge={bridge} nonce={nonce} />);
  sayPainted();
});
