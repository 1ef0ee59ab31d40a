// One package of another house, as it was kept: whose word it is first, then until when and for what, then what they wrote, then what was
// answered.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { type CaseFileId, RecordId } from '#shared/ids';
import type { StoredReceivedPackage } from '#shared/records/received-package';
import { useRead } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { casePath } from '../../case/case-tabs.ts';
import { useFileSize } from '../../case/file-size.ts';
import { ReceivedContent } from '../../case/received-content.tsx';
import { now } from '../../clock.ts';
import { dateOf, dayAndTime, fullDate } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note, Ok, Stop } from '../../ui/status-words.tsx';
import { AnswerPackage } from './answer-package.tsx';

export function ReceivedPage({ params }: PageProps) {
  const t = useText();
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const receivedPackageId = (params['receivedId'] ?? '') as RecordId;
  const isId = RecordId.safeParse(receivedPackageId).success;
  const found = useRead('receivedPackage.get', { receivedPackageId }, { enabled: isId });
  // Another case’s package is not shown under this one’s name.
  const isHere = found.value?.caseFileId === caseFileId;
  return (
    <CaseFrame caseFileId={caseFileId} task={t('received.others')}>
      {(_caseFile, pronouns) => (
        <div className="stack">
          {found.error && <ErrorSentence error={found.error} />}
          {(!isId || (found.value && !isHere)) && <ErrorSentence error={{ code: 'not-found' }} />}
          {found.value && isHere && <Received one={found.value} pronouns={pronouns} />}
          <p>
            <Link href={casePath(caseFileId, '/consents')}>{t('received.back')}</Link>
          </p>
        </div>
      )}
    </CaseFrame>
  );
}

function Received({ one, pronouns }: { one: StoredReceivedPackage; pronouns: Pronouns }) {
  const t = useText();
  const lead = { sender: one.sender.name, date: fullDate(dateOf(one.receivedAt)), ...pronouns };
  return (
    <>
      <p className="received-lead" dir="auto">
        <b>{pronouns.they === 'they' ? t('received.leadThey', lead) : t('received.lead', lead)}</b>
      </p>
      <p>{t('received.terms', { date: fullDate(one.usableUntil) })}</p>
      {one.usableUntil < dateOf(now()) && <Stop>{t('received.isOver')}</Stop>}
      <ReceivedContent told={one} />
      <Carried one={one} />
      <AnswerPackage one={one} pronouns={pronouns} />
      <HowItCame one={one} />
    </>
  );
}

function Carried({ one: { files, caseFileId } }: { one: StoredReceivedPackage }) {
  const t = useText();
  const sizeOf = useFileSize();
  if (files.length === 0) return null;
  return (
    <Sheet title={t('received.inIt')}>
      <table className="twin received-lines">
        <tbody>
          {files.map(({ name, title, bytes, attachmentId }) => (
            <tr key={name}>
              <th scope="row" dir="auto">
                {title}
              </th>
              <td>{sizeOf(bytes)}</td>
              <td>{attachmentId === null ? t('received.fileLeft') : t('received.fileKept')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {files.some(({ attachmentId }) => attachmentId !== null) && (
        <p>
          <Link href={casePath(caseFileId, '/files')}>{t('received.toFiles')}</Link>
        </p>
      )}
    </Sheet>
  );
}

function HowItCame({ one }: { one: StoredReceivedPackage }) {
  const t = useText();
  const hash = (value: string): ReactNode => <span className="received-hash">{value}</span>;
  const lines: readonly (readonly [string, ReactNode])[] = [
    [t('received.claims'), <bdi key="name">{one.sender.name}</bdi>],
    [
      t('received.words'),
      <span key="words" className="six-words">
        {one.sender.words.join(' ')}
      </span>,
    ],
    [t('received.purpose'), <bdi key="purpose">{one.purpose}</bdi>],
    [t('received.until'), fullDate(one.usableUntil)],
    [t('received.forWhom'), <bdi key="whom">{one.recipientName}</bdi>],
    [t('received.madeOn'), fullDate(one.madeOn)],
    [t('received.broughtBy'), `${one.savedBy?.name ?? ''}, ${dayAndTime(one.receivedAt)}`],
    [t('received.fileName'), <bdi key="file">{one.fileName}</bdi>],
    [t('received.hash'), hash(one.sha256)],
    [t('received.packageId'), hash(one.packageId)],
    [t('received.reference'), one.caseReference],
  ];
  return (
    <Sheet title={t('received.howCame')}>
      {one.wordsCompared ? <Ok>{t('received.wordsCompared')}</Ok> : <Note>{t('received.wordsNotCompared')}</Note>}
      <table className="twin received-lines">
        <tbody>
          {lines.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
