// The story that each browser plays: a partner agency opens what a shelter sent, with the reader it was handed, answers it, and the
// shelter takes the answer in. The shelter is a real vault; the browser knows the files on the stick and nothing else.
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity } from 'age-encryption';
import type { PlannedPackage } from '#shared/records/export-package';
import { Office } from '../../helpers/office.ts';
import { eventually } from './app.ts';
import type { Home } from './home.ts';
import { appFolder } from './runtime.ts';

export const PASSPHRASE = 'velvet orchard compass lantern thimble harbor';

/** What both browsers can do. */
export interface ReaderBrowser {
  goto(url: string): Promise<void>;
  run(expression: string): Promise<unknown>;
  choose(selector: string, path: string): Promise<void>;
  /** The file that the page saves while something is done. */
  savedBy(act: () => Promise<unknown>): Promise<Buffer>;
}

export interface Stick {
  readonly office: Office;
  readonly planned: PlannedPackage;
  /** The reader, and packages good and bad, by name. */
  readonly reader: string;
  readonly paths: Readonly<Record<'byKey' | 'byPassphrase' | 'bent' | 'newer' | 'picture', string>>;
  readonly shelterWords: string;
  readonly otherIdentity: string;
}

/** A shelter that handed over a reader and sent two packages. */
export async function fillStick(home: Home): Promise<Stick> {
  const office = await Office.open(undefined, home.folder('office'));
  const planned = await office.planned(['NAME', 'HEALTH']);
  const folder = home.folder('stick');
  const put = (name: string, bytes: Uint8Array | string): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    chmodSync(path, 0o644);
    return path;
  };
  const taken = (fileName: string, name: string): string => put(name, readFileSync(join(office.place, fileName)));
  const { contentSha256 } = await office.preview(planned);
  const byKey = taken((await office.create(planned)).fileName, 'r-bykey.age');
  const sealed = await office.vault.ask('exportPackage.create', {
    ...planned,
    contentSha256: contentSha256!,
    sealedTo: { by: 'passphrase', passphrase: PASSPHRASE },
    folder: office.vault.grant(office.place),
  });
  const bytes = Buffer.from(readFileSync(byKey));
  bytes[bytes.length - 40]! ^= 1;
  const reader = join(folder, 'reader.html');
  copyFileSync(join(appFolder(), 'out/reader/reader.html'), reader);
  chmodSync(reader, 0o644);
  const { shelterWords } = await office.vault.ask('partnerReader.card', { partnerAgencyId: planned.partnerAgencyId });
  return {
    office,
    planned,
    reader,
    paths: {
      byKey,
      byPassphrase: taken(sealed.fileName, 'r-bypass.age'),
      bent: put('r-bent.age', bytes),
      newer: put('r-newer.age', 'age-encryption.org/v2\n-> X25519 a\nb\n--- c\n'),
      picture: put('picture.age', Buffer.from('89504e470d0a1a0a', 'hex')),
    },
    shelterWords: shelterWords?.join(' ') ?? '',
    otherIdentity: await generateX25519Identity(),
  };
}

const text = (selector: string): string => `document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`;
/** The sentence of the last thing that went wrong, or what the page is about. */
const OUTCOME = `document.querySelector('h1 + button') ? 'open' : (document.querySelector('.notice.bad:not([hidden])')?.innerText ?? '')`;

/** A partner at her browser. */
export class Partner {
  readonly #browser: ReaderBrowser;
  readonly #stick: Stick;

  constructor(browser: ReaderBrowser, stick: Stick) {
    this.#browser = browser;
    this.#stick = stick;
  }

  /** Opens the reader anew and tries a package; `open`, or the sentence that was shown. */
  async tries(path: string, key: string): Promise<string> {
    await this.#browser.goto(`file://${this.#stick.reader}`);
    await this.#browser.choose('#package', path);
    await this.#browser.run(
      `(document.querySelector('#key').value = ${JSON.stringify(key)}, document.querySelector('form').requestSubmit(), true)`,
    );
    return eventually('an outcome', async () => String(await this.#browser.run(OUTCOME)) || undefined);
  }

  text(selector: string): Promise<string> {
    return this.#browser.run(text(selector)) as Promise<string>;
  }

  /** What the page says after the six words of a card were typed. */
  async comparesWords(words: string): Promise<string> {
    await this.#browser.run(
      `((field) => { field.value = ${JSON.stringify(words)}; field.dispatchEvent(new Event('input')); return true; })(document.querySelector('#card-words'))`,
    );
    return String(
      await this.#browser.run(
        `document.querySelector('#card-words').closest('section').querySelector('.notice').innerText`,
      ),
    );
  }

  /** Presses the button of that name; the file that the browser saved meanwhile. */
  async saves(button: string): Promise<Buffer> {
    const press = `([...document.querySelectorAll('button')].find((one) => one.textContent === ${JSON.stringify(button)}).click(), true)`;
    return this.#browser.savedBy(() => this.#browser.run(press));
  }

  async answers(answer: string, note: string): Promise<Buffer> {
    await this.#browser.run(
      `(document.querySelector('input[value=${answer}]').checked = true, document.querySelector('#note').value = ${JSON.stringify(note)}, true)`,
    );
    return this.saves('Write the answer');
  }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
