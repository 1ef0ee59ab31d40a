// Who has learnt what, on paper: one part a colleague, one line for each course that is asked of her.
import { useRead } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { HousePaper } from '../../ui/house-paper.tsx';
import { nameByCode, statusWords } from './team-words.ts';

export function TrainingPaperPage() {
  const t = useText();
  const matrix = useRead('training.matrix', {});
  if (matrix.error) return <ErrorSentence error={matrix.error} />;
  if (!matrix.value) return null;
  const { courses, rows } = matrix.value;
  const sections = rows.map(({ person, cells }) => ({
    id: person.id,
    title: person.name,
    lines: cells
      .filter(({ isMandatory, status }) => isMandatory || status !== 'NOT_NEEDED')
      .map((cell) => ({
        id: cell.code,
        words: `${nameByCode(t, courses, cell.code)}: ${statusWords(t, cell)}`,
        hers: false,
      })),
  }));
  return <HousePaper kind="TRAINING" sections={sections} back="/team" />;
}
