// The answer of a partner agency: one choice, a note, a small sealed file for the sender alone.
import { REPLY_NOTE_LIMIT, ReplyAnswer, ReplyTo, type ReplyWords } from '#shared/packages/reply';
import { readerText } from '#shared/text/en/reader';
import { button, el, field, notice, part } from './dom.ts';
import { saveFile } from './save-file.ts';
import { sealReply } from './seal-reply.ts';
import { todayHere } from './today-here.ts';
import { randomHex } from './tools.ts';

const REPLY_ID_BYTES = 16;

/** How to answer, out of `reply.json`; null when it cannot be read. */
export function readReplyTo(bytes: Uint8Array): ReplyTo | null {
  try {
    const parsed = ReplyTo.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // then this package is answered by telephone
  }
}

export function replyForm(to: ReplyTo, packageId: string): HTMLElement {
  const said = notice();
  const note = el('textarea', { id: 'note', rows: '4', maxlength: String(REPLY_NOTE_LIMIT), dir: 'auto' });
  const choices = ReplyAnswer.options.map((answer) => {
    const input = el('input', { type: 'radio', name: 'answer', value: answer });
    return el('label', { class: 'choice' }, input, el('span', {}, readerText.answers[answer]));
  });
  const group = el('fieldset', {}, el('legend', {}, readerText.answer), ...choices);
  const write = async (): Promise<void> => {
    const chosen = group.querySelector<HTMLInputElement>('input:checked');
    if (chosen === null) {
      said.say(readerText.chooseAnswer, true);
      return;
    }
    const words: ReplyWords = {
      format: 'cv/reply/1',
      packageId,
      replyId: randomHex(REPLY_ID_BYTES),
      answer: ReplyAnswer.parse(chosen.value),
      answeredOn: todayHere(),
      note: note.value.trim().replace(/\p{Surrogate}/gu, '\uFFFD'),
    };
    const name = `r-${randomHex(4)}.age`;
    saveFile(name, await sealReply(to, words));
    said.say(readerText.replySaved(name));
  };
  return part(
    readerText.reply,
    el('p', {}, readerText.replyLead),
    group,
    field(readerText.note, readerText.noteHint, note),
    el(
      'div',
      { class: 'row' },
      button(readerText.writeReply, () => void write(), { class: 'main' }),
    ),
    said.element,
  );
}
