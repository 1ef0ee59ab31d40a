// The beds of tonight on paper, for the desk or a power cut: the code of each bed and the end of a case number, and no name.
import type { BoardBed } from '#shared/records/stay';
import { useRead } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { HousePaper } from '../../ui/house-paper.tsx';
import { stateWords } from './bed-words.ts';

/** Signs of a case number by which those who work here know whose bed it is. */
const TAIL = 3;
const tailOf = ({ stay, hold }: BoardBed): string => (stay?.of ?? hold?.of)?.caseNumber.slice(-TAIL) ?? '';

export function BoardPaperPage() {
  const t = useText();
  const board = useRead('stay.board', { on: dateOf(now()) });
  if (board.error) return <ErrorSentence error={board.error} />;
  if (!board.value) return null;
  const sections = board.value.rooms.map(({ room, beds }) => ({
    id: room.id,
    title: room.name,
    lines: beds.map((bed) => {
      const words = [bed.code, stateWords(t, bed), tailOf(bed)].filter((part) => part !== '');
      return { id: bed.bedId, words: words.join(' · '), hers: false };
    }),
  }));
  return <HousePaper kind="BED_BOARD" sections={sections} back="/house" />;
}
