// One legal matter to read: the way it goes, the next date, what she decided. A reckoned date always says that it is one.
import { Button } from '@mantine/core';
import { clockId, isUnchecked } from '#shared/legal/place';
import { regimes } from '#shared/legal/regimes';
import type { KeyDate, StoredLegalMatter } from '#shared/records/legal-matter';
import { datesOf, nextDate } from '#shared/records/legal-rules';
import { useRead } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf, daysBetween, dueWords, fullDate } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { Hers } from '../../ui/hers.tsx';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import { Note, Ok, When } from '../../ui/status-words.tsx';

/** Days: nearer is lit; further than that, a count of days says nothing. */
const NEAR = 14;
const FAR = 180;

interface MatterProps {
  readonly matter: StoredLegalMatter;
  readonly pronouns: Pronouns;
  readonly onChange: () => void;
}

export function MatterSheet({ matter, pronouns, onChange }: MatterProps) {
  const t = useText();
  const today = dateOf(now());
  const { stages } = regimes[matter.type];
  const next = nextDate(matter, today);
  const name = t(`legal.types.${matter.type}`);
  return (
    <Sheet
      title={name}
      end={
        <Button size="compact-sm" variant="default" aria-label={`${t('legal.change')}: ${name}`} onClick={onChange}>
          {t('legal.change')}
        </Button>
      }
    >
      <ol className="legal-stages" aria-label={t('legal.stages')}>
        {stages.map((stage) => (
          <li key={stage} {...(stage === matter.stage ? { 'aria-current': 'step' as const } : {})}>
            {t(`legal.stageNames.${stage}`)}
          </li>
        ))}
      </ol>
      <div className="legal-body">
        <div className="stack">
          {next === null ? (
            <p className="dim">{t('legal.nextNone')}</p>
          ) : (
            <p className="legal-next">
              <span className="small dim">{t('legal.next')}</span>
              <DateWords date={next} />
              {daysBetween(today, next.on) <= FAR && (
                <When tone={daysBetween(today, next.on) <= NEAR ? 'lit' : 'plain'}>{dueWords(next.on, today)}</When>
              )}
            </p>
          )}
          {matter.decided !== '' && (
            <div>
              <p className="small dim">{t('legal.decided', pronouns)}</p>
              <Hers quote size="md">
                {matter.decided}
              </Hers>
            </div>
          )}
          <Lawyer matter={matter} />
          {matter.documents.length > 0 && (
            <div>
              <p className="small dim">{t('legal.documents')}</p>
              <ul>
                {matter.documents.map((title) => (
                  <li key={title} dir="auto">
                    {title}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
        <div className="stack">
          <Dates matter={matter} />
          <UncheckedFigure matter={matter} />
        </div>
      </div>
    </Sheet>
  );
}

/** A reckoned date rests on a figure that nobody compared with the law: the house has to. */
function UncheckedFigure({ matter }: { matter: StoredLegalMatter }) {
  const t = useText();
  const place = useRead('housePlace.get', {});
  const reckonedKinds = datesOf(matter).filter(({ source }) => source === 'ESTIMATED');
  const isOpen = regimes[matter.type].clocks.some(
    (clock) =>
      reckonedKinds.some(({ kind }) => kind === clock.gives) &&
      place.value !== undefined &&
      isUnchecked(place.value, clockId(matter.type, clock), clock.verified),
  );
  return isOpen ? <Note>{t('legal.unchecked')}</Note> : null;
}

function Lawyer({ matter }: { matter: StoredLegalMatter }) {
  const t = useText();
  const agencies = useRead('partnerAgency.list', {});
  const { agencyId, name } = matter.lawyer;
  const agency = agencies.value?.find(({ id }) => (id as string) === agencyId)?.name ?? '';
  const words = [agency, name].filter((part) => part !== '').join(', ');
  if (words === '') return null;
  return (
    <div>
      <p className="small dim">{t('legal.lawyer')}</p>
      <p dir="auto">{words}</p>
    </div>
  );
}

function Dates({ matter }: { matter: StoredLegalMatter }) {
  const t = useText();
  const dates = datesOf(matter);
  if (dates.length === 0) return null;
  return (
    <Rows tight label={t('legal.dates')}>
      {dates.map((date) => (
        <li key={`${date.kind}${date.on}`}>
          <DateWords date={date} />
          {date.isDone && <Ok>{t('legal.past')}</Ok>}
        </li>
      ))}
    </Rows>
  );
}

/** What, on which day, and where the day comes from. */
export function DateWords({ date }: { date: Pick<KeyDate, 'kind' | 'on' | 'source'> }) {
  const t = useText();
  return (
    <span className="grow legal-when">
      <b>{`${t(`legal.kinds.${date.kind}`)}, ${fullDate(date.on)}`}</b>
      <span className="small dim">
        {date.source === 'OFFICIAL_NOTICE' ? t('legal.official') : t('legal.estimated')}
      </span>
    </span>
  );
}
