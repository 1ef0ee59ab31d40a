// The same tests for every browser: what a partner sees, saves and answers, and that the page asked for nothing.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { outcome } from '../../helpers/vault.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { tellControl, tellFound } from '../../helpers/proof.ts';
import type { Home } from './home.ts';
import { newHome } from './home.ts';
import { type Listener, listen } from './listener.ts';
import { fillStick, Partner, PASSPHRASE, type ReaderBrowser, sha256, type Stick } from './reader-story.ts';

interface StartedBrowser extends ReaderBrowser {
  asked(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

const NOTE = 'Tuesday at ten. Ring twice: “Kestrel”.';

export function readerTests(start: (home: Home) => Promise<StartedBrowser>): void {
  let home: Home;
  let stick: Stick;
  let browser: StartedBrowser;
  let partner: Partner;
  let listener: Listener;
  beforeAll(async () => {
    home = newHome();
    listener = await listen();
    [stick, browser] = await Promise.all([fillStick(home), start(home)]);
    partner = new Partner(browser, stick);
  }, 60_000);
  afterAll(async () => {
    await browser.stop();
    await stick.office.vault.remove();
    await listener.close();
    home.remove();
  });
  /** Not the page itself, and nothing that lies in its own memory. */
  const reached = async (): Promise<string[]> =>
    (await browser.asked()).filter((url) => !/^(file:|blob:|about:|data:|chrome:|resource:)/.test(url));

  it.each([
    ['a key of somebody else', () => [stick.paths.byKey, stick.otherIdentity], /^This does not open the package/],
    ['a passphrase where a key is asked', () => [stick.paths.byKey, 'open please'], /sealed to a key, not with/],
    [
      'a key where a passphrase is asked',
      () => [stick.paths.byPassphrase, stick.office.identity],
      /sealed with a passphrase/,
    ],
    [
      'a mistyped key',
      () => [stick.paths.byKey, stick.office.identity.replace(/.$/, (end) => (end === 'Q' ? 'P' : 'Q'))],
      /mistyped or missing/,
    ],
    [
      'the public half',
      () => [stick.paths.byKey, 'age1ce8keu7ww9c66fvkx38ecmnwm04f7gk0sq5s80mzsa2pgrccncrqq9na57'],
      /public half of your key/,
    ],
    [
      'a package that was changed',
      () => [stick.paths.bent, stick.office.identity],
      /^This package is damaged or was changed/,
    ],
    ['a file that is no package', () => [stick.paths.picture, stick.office.identity], /^This is not a package/],
    ['a package of a newer kind', () => [stick.paths.newer, stick.office.identity], /newer kind than this reader/],
  ] as const)('%s is told in one sentence', async (_, given, sentence) => {
    const [path, key] = given() as [string, string];
    expect(await partner.tries(path, key)).toMatch(sentence);
    expect(await partner.text('body')).not.toMatch(/Finch|tooth/);
  });

  it('a package sealed with a passphrase is opened by it', async () => {
    expect(await partner.tries(stick.paths.byPassphrase, `  ${PASSPHRASE.replaceAll(' ', '  ')}`)).toBe('open');
    expect(await partner.text('.record')).toContain('“My tooth, upper left”');
  });

  it('opened by its key it shows who signed it, the record and the files; an answer goes back and is taken in, once', async () => {
    expect(await partner.tries(stick.paths.byKey, `# created\n# public key\n${stick.office.identity}\n`)).toBe('open');
    expect(await partner.text('.words')).toBe(stick.shelterWords);
    expect(await partner.comparesWords(stick.shelterWords.toUpperCase())).toMatch(/^The same six words/);
    expect(await partner.comparesWords(stick.shelterWords.split(' ').reverse().join(' '))).toMatch(/^Not the same/);
    expect(await partner.text('.record')).toMatch(/Name\s+“Finch”[\s\S]*Health[\s\S]*“My tooth, upper left”/);

    const saved = await partner.saves('Save record.json');
    const [line] = await stick.office.log(stick.planned);
    expect(sha256(saved)).toBe(line?.contentSha256);

    const path = join(tempFolder(), 'r-answer.age');
    writeFileSync(path, await partner.answers('WAITING_LIST', NOTE));
    const { vault } = stick.office;
    const file = () => vault.grant(path) as never;
    const shown = await vault.ask('packageReply.read', { file: file() });
    expect(shown).toMatchObject({ answer: 'WAITING_LIST', note: NOTE, caseFileId: stick.planned.caseFileId });
    await vault.ask('packageReply.keep', { file: file(), sha256: shown.sha256 });
    const replies = await vault.ask('packageReply.list', { caseFileId: stick.planned.caseFileId });
    expect(replies).toMatchObject([{ answer: 'WAITING_LIST', note: NOTE }]);
    expect(await outcome(vault.ask('packageReply.keep', { file: file(), sha256: shown.sha256 }))).toBe('reply-seen');
  });

  it('asked for nothing in all this, and cannot: its policy stops it; a page without one is counted', async () => {
    const asked = await reached();
    tellFound('G9', { browsers: 1, requests: asked.length });
    expect(asked).toEqual([]);
    const calling = (path: string): string =>
      `fetch('http://${listener.address}/${path}', { mode: 'no-cors' }).then(() => 'went', () => 'stopped')`;
    expect(await browser.run(calling('reader'))).toBe('stopped');
    expect(listener.heard).toEqual([]);
    const control = join(home.folder('stick'), 'control.html');
    writeFileSync(control, '<!doctype html><title>control</title>', { mode: 0o644 });
    await browser.goto(`file://${control}`);
    expect(await browser.run(calling('control'))).toBe('went');
    expect(listener.heard).toEqual(['/control']);
    tellControl('G9', { reached: 1 });
    expect(await reached()).toContain(`http://${listener.address}/control`);
  });
}
