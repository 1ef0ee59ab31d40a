// An opened package: who signed it, what it is, the record, its files, and the answer to it.
import { VaultError } from '#shared/contract/errors';
import type { Manifest, PackedFile } from '#shared/packages/manifest';
import { REPLY_FILE } from '#shared/packages/reply';
import { packageText, writtenDay } from '#shared/text/en/package';
import { readerText } from '#shared/text/en/reader';
import { button, el, field, line, notice, part } from './dom.ts';
import type { OpenedPackage } from './open-package.ts';
import { readRecord, RECORD_FILE, RECORD_LIMIT, SHEETS_FILE } from './record.ts';
import { recordView } from './record-view.ts';
import { readReplyTo, replyForm } from './reply-form.ts';
import { saveFile } from './save-file.ts';
import { sixWords } from './tools.ts';

/** `today` as yyyy-mm-dd. */
export async function packageView(opened: OpenedPackage, today: string): Promise<HTMLElement> {
  const { manifest } = opened;
  const record = await readSmall(opened, RECORD_FILE, RECORD_LIMIT);
  const replyTo = await readSmall(opened, REPLY_FILE, 4_096);
  const shown = record === null ? null : readRecord(record);
  const answerTo = replyTo === null ? null : readReplyTo(replyTo);
  return el(
    'div',
    {},
    manifest.usableUntil < today
      ? el('p', { class: 'notice bad', role: 'alert' }, readerText.over(manifest.usableUntil))
      : null,
    fromWhom(manifest),
    about(manifest, shown?.recipientName),
    part(readerText.record, shown === null ? el('p', {}, readerText.noRecord) : recordView(shown)),
    files(opened),
    answerTo === null ? null : replyForm(answerTo, opened.packageId),
    el('footer', {}, ...packageText.foot(manifest.usableUntil).map((sentence) => el('p', {}, sentence))),
  );
}

/** A file that may be missing or too large to be shown. */
async function readSmall(opened: OpenedPackage, name: string, limit: number): Promise<Uint8Array | null> {
  const file = opened.manifest.files.find((packed) => packed.name === name);
  return file === undefined || file.size > limit ? null : opened.read(name);
}

function fromWhom({ sender }: Manifest): HTMLElement {
  const words = sixWords(sender.publicKey);
  const verdict = notice();
  const typed = el('input', {
    id: 'card-words',
    type: 'text',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
  });
  typed.addEventListener('input', () => {
    const given = typed.value
      .toLowerCase()
      .split(/[^a-z-]+/)
      .filter((word) => word !== '');
    const isSame = given.join(' ') === words.join(' ');
    verdict.say(given.length < words.length ? '' : isSame ? readerText.sameWords : readerText.otherWords, !isSame);
  });
  return part(
    readerText.from,
    el('p', {}, readerText.signed),
    el('p', { class: 'words', translate: 'no' }, words.join(' ')),
    el('p', {}, readerText.compare),
    field(readerText.typeWords, readerText.signedBy(sender.name), typed),
    verdict.element,
  );
}

function about(manifest: Manifest, recipient: string | undefined): HTMLElement {
  const left = manifest.omissions.map(({ what, why }) => `${what} (${readerText.why[why]})`);
  return part(
    readerText.about,
    el(
      'dl',
      {},
      recipient === undefined ? null : line(packageText.forWhom, recipient),
      line(packageText.purpose, manifest.purpose),
      line(packageText.usableUntil, writtenDay(manifest.usableUntil)),
      line(readerText.madeOn, writtenDay(manifest.createdAt.slice(0, 10))),
      line(readerText.reference, manifest.caseReference, { class: 'mono' }),
      left.length === 0 ? null : line(readerText.notIn, left.join(', ')),
    ),
  );
}

function files(opened: OpenedPackage): HTMLElement {
  const said = notice();
  const save = async ({ name }: PackedFile): Promise<void> => {
    try {
      saveFile(name, await opened.read(name));
      said.say(readerText.saved(name));
    } catch (error) {
      said.say(readerText.sentence(error instanceof VaultError ? error.code : 'file-damaged'), true);
    }
  };
  const rows = opened.manifest.files
    .filter(({ name }) => name !== REPLY_FILE)
    .map((file) =>
      el(
        'li',
        {},
        el('span', { class: 'mono' }, file.name),
        el('span', { class: 'hint' }, readerText.size(file.size)),
        button(readerText.save(file.name), () => void save(file)),
      ),
    );
  const hasSheets = opened.manifest.files.some(({ name }) => name === SHEETS_FILE);
  return part(
    readerText.files,
    hasSheets ? el('p', {}, readerText.sheets) : null,
    el('p', {}, readerText.filesHint),
    el('ul', { class: 'files' }, ...rows),
    said.element,
  );
}
