// Choosing the lines of a sheet, how it looks, and until when the paper may live; then the printer.
import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { CARD_LINES, SHRED_AFTER } from '#shared/records/print-log';
import { addDays } from '#shared/time';
import { useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconPrint } from '../../ui/icons.ts';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { Paper } from '../../ui/paper.tsx';
import { beginsWith, chosenSections, linesOf, type SheetProps, type SheetSection } from './sheet-content.ts';

export function PrepareSheet(props: SheetProps & { readonly sections: readonly SheetSection[] }) {
  const { caseFileId, sheet, nameUsed, sections } = props;
  const t = useText();
  const add = useWrite('printLog.add');
  const [chosen, setChosen] = useState(() => beginsWith(sheet, sections));
  const [withName, setWithName] = useState(false);
  const [isLarge, setLarge] = useState(false);
  const [days, setDays] = useState<number>(30);
  if (linesOf(sections).length === 0) return <EmptyState>{t(`prints.nothing.${sheet}`)}</EmptyState>;
  const shredOn = addDays(dateOf(now()), days);
  const isFull = sheet === 'SAFETY_CARD' && chosen.size >= CARD_LINES;
  const print = async (): Promise<void> => {
    const kept = await add.run({ caseFileId, sheet, lines: chosen.size, withName, shredOn });
    if (kept.ok) window.print();
  };
  return (
    <div className="prepare">
      <div className="stack no-print">
        <Sheet title={t('prints.lines')} end={sheet === 'SAFETY_CARD' && t('prints.atMost', { count: CARD_LINES })}>
          <div className="stack">
            {linesOf(sections).map(({ id, words }) => (
              <Checkbox
                key={id}
                label={<span dir="auto">{words}</span>}
                checked={chosen.has(id)}
                disabled={isFull && !chosen.has(id)}
                onChange={() => setChosen(toggled(chosen, id))}
              />
            ))}
          </div>
        </Sheet>
        <Sheet title={t('prints.look')}>
          <div className="stack">
            <Checkbox
              label={t('prints.withName')}
              description={t('prints.withNameHint')}
              checked={withName}
              onChange={(event) => setWithName(event.currentTarget.checked)}
            />
            {sheet !== 'SAFETY_CARD' && (
              <Checkbox
                label={t('prints.large')}
                checked={isLarge}
                onChange={(event) => setLarge(event.currentTarget.checked)}
              />
            )}
            <div>
              <p className="field-label" id="shred-after">
                {t('prints.shredAfter')}
              </p>
              <SegmentedControl
                aria-labelledby="shred-after"
                value={String(days)}
                onChange={(value) => setDays(Number(value))}
                data={SHRED_AFTER.map((count) => ({ value: String(count), label: t('prints.days', { count }) }))}
              />
            </div>
            {add.error && <ErrorSentence error={add.error} />}
            <Button
              leftSection={<IconPrint size={18} aria-hidden />}
              loading={add.isRunning}
              disabled={chosen.size === 0}
              onClick={() => void print()}
            >
              {t('prints.print')}
            </Button>
            <p className="small dim">{t('prints.spool')}</p>
          </div>
        </Sheet>
      </div>
      <Paper
        sections={chosenSections(sections, chosen)}
        name={withName ? nameUsed : null}
        size={sheet === 'SAFETY_CARD' ? 'card' : isLarge ? 'large' : 'normal'}
        withPictures={sheet === 'SAFETY_PICTURES'}
        foot={t('prints.destroyBy', { date: fullDate(shredOn) })}
      />
    </div>
  );
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}
