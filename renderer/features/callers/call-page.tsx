// One line, for those who work with cases: whether it may be about somebody of theirs, whose plan is then looked at together, and
// that somebody has seen to a threat. Which case was chosen stands with that case alone.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { RecordId } from '#shared/ids';
import type { CallLine, MayBeAbout } from '#shared/records/caller-log';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { casePath } from '../../case/case-tabs.ts';
import { fullDate, timeOrDay } from '../../dates.ts';
import { places } from '../../places.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Alias } from '../../ui/hers.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Ok } from '../../ui/status-words.tsx';
import { CallWords } from './call-words.tsx';
import './callers.css';

export function CallPage({ params }: PageProps) {
  const t = useText();
  const callId = (params['callId'] ?? '') as RecordId;
  const read = useRead('callerLog.get', { callId });
  return (
    <>
      <PageHead title={t('callers.callTitle')} fact={<Link href={places.callers}>{t('callers.back')}</Link>} />
      {read.error && <ErrorSentence error={read.error} />}
      {read.value && (
        <div className="stack one-column">
          <Sheet title={t('callers.whatWas')}>
            <CallWords call={read.value.call} />
          </Sheet>
          <Mine callId={callId} mine={read.value.mine} />
          {read.value.call.isThreat && <SeenTo call={read.value.call} />}
        </div>
      )}
    </>
  );
}

function Mine({ callId, mine }: { callId: RecordId; mine: readonly MayBeAbout[] }) {
  const t = useText();
  const match = useWrite('callerLog.match');
  return (
    <Sheet flush title={t('callers.mine')}>
      {mine.length === 0 ? (
        <EmptyState>{t('callers.mineNone')}</EmptyState>
      ) : (
        <p className="callers-lead dim">{t('callers.mineLead')}</p>
      )}
      {match.error && <ErrorSentence error={match.error} />}
      <Rows label={t('callers.mine')}>
        {mine.map((one) => (
          <li key={one.of.caseFileId} className="wrap">
            <span className="grow">
              <Alias caseFileId={one.of.caseFileId} alias={one.of.nameUsed} caseNumber={one.of.caseNumber} />
            </span>
            {one.matchedOn === null ? (
              <Button
                variant="default"
                loading={match.isRunning}
                aria-label={t('callers.mayBe', { name: one.of.nameUsed })}
                onClick={() => void match.run({ callId, caseFileId: one.of.caseFileId })}
              >
                {t('callers.mayBeShort')}
              </Button>
            ) : (
              <Matched of={one} on={one.matchedOn} />
            )}
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}

function Matched({ of: { of, hasPlan }, on }: { of: MayBeAbout; on: string }) {
  const t = useText();
  return (
    <>
      <Ok>{t('callers.matchedOn', { date: fullDate(on) })}</Ok>
      <Link href={casePath(of.caseFileId, '/safety-plan')}>{t(hasPlan ? 'callers.openPlan' : 'callers.makePlan')}</Link>
    </>
  );
}

function SeenTo({ call: { id, revision, seen } }: { call: CallLine }) {
  const t = useText();
  const see = useWrite('callerLog.seen');
  if (seen !== null)
    return <Ok>{t('callers.seenBy', { name: seen.by?.name ?? t('callers.somebody'), time: timeOrDay(seen.at) })}</Ok>;
  return (
    <div className="stack">
      {see.error && <ErrorSentence error={see.error} />}
      <div className="row wrap">
        <Button loading={see.isRunning} onClick={() => void see.run({ callId: id, basedOn: revision })}>
          {t('callers.seen')}
        </Button>
        <span className="small dim">{t('callers.seenLead')}</span>
      </div>
    </div>
  );
}
