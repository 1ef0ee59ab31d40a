// All of it on one sheet before the case moves on. What is still open is named by the vault, not guessed here.
import { Button } from '@mantine/core';
import { ExitItem, openItems, type StoredCaseExit } from '#shared/records/case-exit';
import { followUpDays } from '#shared/records/follow-up';
import { useWrite } from '../../api/use-vault.ts';
import { fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';

export function ReadStep({ saved, onBack }: { saved: StoredCaseExit; onBack: () => void }) {
  const t = useText();
  const finish = useWrite('caseExit.finish', { quiet: true });
  const { followUp, on, reason, destination } = saved;
  const staysInTouch = followUp.answer === 'YES';
  const days = staysInTouch && on !== null && followUp.until !== null ? followUpDays(on, followUp.until) : [];
  const lines = [
    [t('exit.readLine.on'), on === null ? '' : fullDate(on)],
    [t('exit.readLine.reason'), reason === null ? '' : t(`cases.reason.${reason}`)],
    [t('exit.readLine.destination'), destination === null ? '' : t(`exit.place.${destination}`)],
    [t('exit.readLine.list'), <ListLine key="list" saved={saved} />],
    [
      t('exit.readLine.touch'),
      staysInTouch
        ? [t('exit.touch.YES'), days.map(({ dueOn }) => fullDate(dueOn)).join(', '), followUp.rules]
            .filter((words) => words !== '')
            .join('. ')
        : t(`exit.touch.${followUp.answer}`),
    ],
  ] as const;
  return (
    <Sheet title={t('exit.stepRead')}>
      <table className="twin">
        <tbody>
          {lines.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td dir="auto">{value === '' ? <span className="dim">{t('exit.reasonNone')}</span> : value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {finish.error && <ErrorSentence error={finish.error} />}
      <div className="row exit-foot">
        <Button variant="subtle" disabled={finish.isRunning} onClick={onBack}>
          {t('shell.back')}
        </Button>
        <Button
          loading={finish.isRunning}
          onClick={() => void finish.run({ caseFileId: saved.caseFileId, basedOn: saved.revision })}
        >
          {staysInTouch ? t('exit.finishFollow') : t('exit.finishClose')}
        </Button>
      </div>
    </Sheet>
  );
}

function ListLine({ saved }: { saved: StoredCaseExit }) {
  const t = useText();
  const open = openItems(saved).length;
  const later = ExitItem.options.filter((item) => saved.checklist[item]?.state === 'LATER');
  return (
    <>
      {open === 0 ? t('exit.listSettled') : t('exit.listOpen', { count: open })}
      {later.map((item) => (
        <span key={item} className="small dim exit-line" dir="auto">
          {t('exit.listLater', { what: `${t(`exit.item.${item}`)}. ${saved.checklist[item]?.why ?? ''}` })}
        </span>
      ))}
    </>
  );
}
