// Her permissions as slips, with the way to take each back always on it, and what has left under them.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import type { ReleaseCategory } from '#shared/records/release-categories';
import type { StoredRelease } from '#shared/records/release';
import { useRead } from '../../api/use-vault.ts';
import { CaseReplies } from '../../case/case-replies.tsx';
import { CaseFrame } from '../../case/case-frame.tsx';
import { casePath } from '../../case/case-tabs.ts';
import { leftUnder } from '../../case/left-under.ts';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import type { PageProps } from '../../route.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconSigned } from '../../ui/icons.ts';
import { EmptyState } from '../../ui/sheet.tsx';
import { Slip, Span } from '../../ui/slip.tsx';
import { Note, Ok, Waits } from '../../ui/status-words.tsx';
import { useAgencyName } from './agency-name.ts';
import { DisclosureLog } from './disclosure-log.tsx';
import { FromOthers } from './from-others.tsx';
import { ReleaseForm } from './release-form.tsx';
import { SignRelease } from './sign-release.tsx';
import { TakeBack } from './take-back.tsx';
import './consents.css';

export function ConsentsPage({ params }: PageProps) {
  const t = useText();
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const [preparing, setPreparing] = useState<'new' | StoredRelease | null>(null);
  const releases = useRead('release.list', { caseFileId });
  return (
    <CaseFrame caseFileId={caseFileId} part="/consents">
      {(_caseFile, pronouns) => (
        <div className="stack">
          {releases.error && <ErrorSentence error={releases.error} />}
          {preparing !== null ? (
            <ReleaseForm
              key={preparing === 'new' ? 'new' : preparing.id}
              caseFileId={caseFileId}
              pronouns={pronouns}
              earlier={preparing === 'new' ? null : preparing}
              onDone={() => setPreparing(null)}
            />
          ) : (
            <div className="row">
              <Button onClick={() => setPreparing('new')}>{t('sharing.newRelease')}</Button>
            </div>
          )}
          {releases.value?.length === 0 && preparing === null && <EmptyState>{t('sharing.noReleases')}</EmptyState>}
          <CaseReplies caseFileId={caseFileId} />
          <div className="slips">
            {releases.value?.map((release) => (
              <ReleaseSlip
                key={release.id}
                release={release}
                pronouns={pronouns}
                onAgain={() => setPreparing(release)}
              />
            ))}
          </div>
          <DisclosureLog caseFileId={caseFileId} pronouns={pronouns} />
          <FromOthers caseFileId={caseFileId} />
        </div>
      )}
    </CaseFrame>
  );
}

interface SlipProps {
  readonly release: StoredRelease;
  readonly pronouns: Pronouns;
  readonly onAgain: () => void;
}

function ReleaseSlip({ release, pronouns, onAgain }: SlipProps) {
  const t = useText();
  const agencyName = useAgencyName();
  const isOver = release.state === 'EXPIRED' || release.state === 'REVOKED' || release.state === 'USED_UP';
  const words = (categories: readonly ReleaseCategory[]): string =>
    categories.map((category) => t(`sharing.category.${category}`)).join(', ');
  const terms = [
    {
      name: t('sharing.to'),
      value: [agencyName(release.partnerAgencyId), release.recipientPerson].filter(Boolean).join(', '),
    },
    { name: t('sharing.forWhat'), value: release.purpose },
    { name: t('sharing.covers'), value: words(release.categories) },
    { name: t('sharing.notCovered'), value: t('sharing.everythingElse') },
  ];
  return (
    <Slip
      lead={release.herWords === '' ? t('sharing.permission') : t('sharing.sheSaid', pronouns)}
      sentence={release.herWords}
      terms={terms}
      span={
        <Span
          from={release.startsOn}
          until={release.expiresOn}
          today={dateOf(now())}
          over={isOver}
          untilWords={t('sharing.until', { date: fullDate(release.expiresOn) })}
        />
      }
      signed={
        release.signature && (
          <>
            <IconSigned size={18} aria-hidden /> {t('sharing.signedOn', { date: fullDate(release.signature.signedOn) })}
          </>
        )
      }
    >
      <StateWord release={release} />
      {release.state === 'DRAFT' && <SignRelease key={release.revision} release={release} pronouns={pronouns} />}
      {release.state === 'REVOKED' && <AlreadyLeft release={release} />}
      {isOver && (
        <Button variant="default" fullWidth onClick={onAgain}>
          {t('sharing.again')}
        </Button>
      )}
      {(release.state === 'ACTIVE' || release.state === 'SIGNED') && <TakeBack release={release} pronouns={pronouns} />}
      {release.revoked?.checked && (
        <p className="small dim">{t(`sharing.revokedChecked.${release.revoked.checked}`)}</p>
      )}
    </Slip>
  );
}

/** Taking back does not bring back what has left: what the agency has, and the letter that asks it to stop. */
function AlreadyLeft({ release: { id, caseFileId } }: { release: StoredRelease }) {
  const t = useText();
  const mayLook = useMay('disclosureLog.list');
  const log = useRead('disclosureLog.list', { caseFileId }, { enabled: mayLook });
  if (!log.value) return null;
  const left = leftUnder(log.value, id);
  if (left.length === 0) return <p className="small dim">{t('sharing.noneLeft')}</p>;
  return (
    <>
      <p className="field-label">{t('sharing.leftUnder')}</p>
      <ul className="small">
        {left.map((line) => (
          <li key={line.id}>{[t(`disclosure.way.${line.way}`), fullDate(line.on)].join(', ')}</li>
        ))}
      </ul>
      <Button variant="default" fullWidth component={Link} href={casePath(caseFileId, `/consents/${id}/letter`)}>
        {t('sharing.stopLetter')}
      </Button>
    </>
  );
}

function StateWord({ release }: { release: StoredRelease }) {
  const t = useText();
  switch (release.state) {
    case 'ACTIVE':
      return <Ok>{t('sharing.state.ACTIVE')}</Ok>;
    case 'SIGNED':
      return <Waits>{t('sharing.state.SIGNED', { date: fullDate(release.startsOn) })}</Waits>;
    case 'DRAFT':
      return <Waits>{t('sharing.state.DRAFT')}</Waits>;
    case 'EXPIRED':
    case 'REVOKED':
    case 'USED_UP':
      return <Note>{t(`sharing.state.${release.state}`)}</Note>;
  }
}
