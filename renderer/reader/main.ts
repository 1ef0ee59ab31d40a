// The reader for partner agencies: one page without a network that opens a package, shows it, saves its files and writes an answer.
import './no-eval.ts';
import './reader.css';
import { VaultError } from '#shared/contract/errors';
import { readerText } from '#shared/text/en/reader';
import { button, el, field, notice, painted } from './dom.ts';
import { todayHere } from './today-here.ts';
import { keyFrom } from './key-text.ts';
import { KindOfKey, openPackage, type OpenedPackage } from './open-package.ts';
import { packageView } from './package-view.ts';

/** A key file is a few lines. */
const KEY_FILE_LIMIT = 64 * 1024;

const main = el('main');

function start(): void {
  const said = notice();
  const file = el('input', { id: 'package', type: 'file', accept: '.age' });
  const key = el('input', { id: 'key', type: 'password', autocomplete: 'off', spellcheck: 'false' });
  const keyFile = el('input', { id: 'key-file', type: 'file', accept: '.txt,.key' });
  const show = el('input', { id: 'show-key', type: 'checkbox' });
  const open = el('button', { type: 'submit', class: 'main' }, readerText.open);
  const form = el(
    'form',
    { novalidate: true },
    field(readerText.package, readerText.packageHint, file),
    field(readerText.key, readerText.keyHint, key),
    el('label', { class: 'choice' }, show, el('span', {}, readerText.showKey)),
    field(readerText.keyFile, '', keyFile),
    el('div', { class: 'row' }, open),
    said.element,
  );
  show.addEventListener('change', () => {
    key.type = show.checked ? 'text' : 'password';
  });
  keyFile.addEventListener('change', () => void takeKeyFile(keyFile, key));
  takeDropped(file);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    open.disabled = true;
    void run({ file: file.files?.[0], typed: key.value }, said).finally(() => {
      open.disabled = false;
    });
  });
  main.replaceChildren(el('h1', {}, readerText.title), el('p', { class: 'lead' }, readerText.lead), form);
}

async function takeKeyFile(input: HTMLInputElement, key: HTMLInputElement): Promise<void> {
  const chosen = input.files?.[0];
  if (chosen === undefined || chosen.size > KEY_FILE_LIMIT) return;
  key.value = (await chosen.text()).replace(/[\r\n]+/g, ' ');
}

/** A package let go of on the page is the chosen one; anything else must not take the page away. */
function takeDropped(file: HTMLInputElement): void {
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    if (file.isConnected && event.dataTransfer !== null && event.dataTransfer.files.length > 0) {
      file.files = event.dataTransfer.files;
    }
  });
}

interface Given {
  readonly file: File | undefined;
  readonly typed: string;
}

async function run({ file, typed }: Given, said: ReturnType<typeof notice>): Promise<void> {
  const openWith = keyFrom(typed);
  if (file === undefined) {
    said.say(readerText.troubles['no-package'], true);
    return;
  }
  if (typeof openWith === 'string') {
    said.say(readerText.troubles[openWith], true);
    return;
  }
  said.say(readerText.opening);
  await painted();
  try {
    await show(await openPackage(file, openWith));
  } catch (error) {
    said.say(sentenceOf(error), true);
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof KindOfKey) return readerText.troubles[error.asks];
  if (error instanceof VaultError && error.code === 'bad-recipient') return readerText.troubles['mistyped-key'];
  return readerText.sentence(error instanceof VaultError ? error.code : 'file-damaged');
}

async function show(opened: OpenedPackage): Promise<void> {
  const title = el('h1', { tabindex: '-1' }, readerText.title);
  const view = await packageView(opened, todayHere());
  // Leaving the page is the one way that surely forgets: it gives the memory back.
  const forget = button(readerText.forget, () => location.reload());
  main.replaceChildren(el('div', { class: 'row between' }, title, forget), view);
  title.focus();
}

document.title = readerText.title;
document.body.append(main);
start();
