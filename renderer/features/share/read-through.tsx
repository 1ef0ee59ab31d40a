// Every line that leaves, as it leaves. What is missing is named, never left out in silence.
import { Button } from '@mantine/core';
import { useRead } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Hers } from '../../ui/hers.tsx';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';
import { htcdsFields } from '#shared/htcds/fields';
import type { HtcdsValues } from '#shared/records/package';
import { plannedPackage } from './planned-package.ts';
import type { Plan } from './plan.ts';

export function ReadThrough({
  plan,
  onBack,
  onNext,
}: {
  plan: Plan;
  onBack: () => void;
  onNext: (contentSha256: string) => void;
}) {
  const t = useText();
  const preview = useRead('exportPackage.preview', plannedPackage(plan));
  if (preview.error) return <ErrorSentence error={preview.error} />;
  if (!preview.value) return null;
  const { content, omissions, contentSha256 } = preview.value;
  return (
    <div className="stack">
      <p className="dim">{t('sharing.readLead')}</p>
      {content?.sections.length === 0 && content.files === undefined && content.htcds === undefined && (
        <EmptyState>{t('sharing.nothingToSend')}</EmptyState>
      )}
      {content?.sections.map((section) => (
        <Sheet key={section.title} title={section.title}>
          <table className="twin">
            <tbody>
              {section.rows.map((row, index) => (
                <tr key={index}>
                  <th scope="row" dir="auto">
                    {row.label}
                  </th>
                  <td dir="auto">{row.hers ? <Hers quote>{row.value}</Hers> : row.value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sheet>
      ))}
      {content?.htcds && <Coded values={content.htcds} />}
      {content?.files && (
        <Sheet title={t('sharing.filesToo')}>
          <table className="twin">
            <tbody>
              {content.files.map((file) => (
                <tr key={file.name}>
                  <th scope="row">{t(`sharing.category.${file.category}`)}</th>
                  <td dir="auto">{file.title}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sheet>
      )}
      {omissions.length > 0 && <Note>{t('sharing.left', { what: omissions.map(({ what }) => what).join(', ') })}</Note>}
      <div className="row">
        <Button variant="subtle" onClick={onBack}>
          {t('shell.back')}
        </Button>
        <Button disabled={contentSha256 === null} onClick={() => contentSha256 !== null && onNext(contentSha256)}>
          {t('sharing.correct')}
        </Button>
      </div>
    </div>
  );
}

/** The coded fields, under the labels of the standard: one row of a workbook leaves with exactly these cells. */
function Coded({ values }: { values: HtcdsValues }) {
  const t = useText();
  const filled = htcdsFields.flatMap(({ name, label }) => {
    const value = values[name];
    return value === undefined ? [] : [{ name, label, value }];
  });
  return (
    <Sheet title={t('sharing.coded')}>
      <table className="twin">
        <tbody>
          {filled.map(({ name, label, value }) => (
            <tr key={name}>
              <th scope="row">{label === '' ? name : label}</th>
              <td dir="auto">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="dim">{t('sharing.codedHint')}</p>
    </Sheet>
  );
}
