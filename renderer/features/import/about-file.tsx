// How the file was read: what is odd about it, and for each column why it was taken for its field.
import { htcdsField } from '#shared/htcds/fields';
import type { ImportSummary } from '#shared/records/htcds-import';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';

export function AboutFile({ summary }: { summary: ImportSummary }) {
  const t = useText();
  return (
    <Sheet title={t('imports.notes')}>
      <ul className="know">
        {summary.notes.map((note) => (
          <li key={note.code} dir="auto">
            {t(`imports.note.${note.code}`)}
            {note.where.length > 0 && <span className="dim">{`: ${note.where.join(', ')}`}</span>}
          </li>
        ))}
      </ul>
      <details className="columns-read">
        <summary>{t('imports.columns')}</summary>
        <table className="twin">
          <tbody>
            {summary.columns.map((column) => (
              <tr key={`${column.sheet}${column.column}`}>
                <td className="num">{column.column}</td>
                <td dir="auto">{column.label || column.fieldName}</td>
                <td>{column.field === null ? '' : htcdsField(column.field).label || column.field}</td>
                <td className="dim">{t(`imports.rule.${column.rule}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Sheet>
  );
}
