// How to reach her without putting her at risk. Not knowing reads as no. Nothing here starts a call.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import {
  cautionLines,
  type CautionLine,
  type ContactMethod,
  mayUse,
  type SafeContact,
  shouldReconfirm,
} from '#shared/records/safe-contact';
import type { Translate } from '#shared/text/language';
import { casePath } from '../../case/case-tabs.ts';
import { now } from '../../clock.ts';
import { dateOf, fullDate, weekdayName } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { Hers } from '../../ui/hers.tsx';
import {
  IconEnvelope,
  type Icon,
  IconNoCall,
  IconPartners,
  IconPhone,
  IconText,
  IconVoicemail,
} from '../../ui/icons.ts';
import { Note } from '../../ui/status-words.tsx';

/** "Mon, Tue, 10:00 to 12:00"; empty when any time was agreed. */
export const agreedTimes = (t: Translate, { days, hours }: Pick<ContactMethod, 'days' | 'hours'>): string =>
  [...days.map(weekdayName), ...(hours === null ? [] : [t('reach.hours', hours)])].join(', ');

interface ReachProps {
  readonly caseFileId: string;
  readonly contact: SafeContact;
  readonly pronouns: Pronouns;
}

export function Reach({ caseFileId, contact, pronouns }: ReachProps) {
  const t = useText();
  const mayReach = useMay('contactAttempt.begin');
  const maySet = useMay('caseFile.saveSafeContact');
  const lines = cautionLines(contact);
  if (lines.length === 0 && contact.identifyAs === '') {
    return (
      <section className="sunk-bar" aria-label={t('cases.howToReach', pronouns)}>
        <IconNoCall size={20} aria-hidden />
        <p className="grow">{t('cases.reachUnknown', pronouns)}</p>
        {maySet && (
          <Button size="compact-md" variant="default" component={Link} href={casePath(caseFileId, '/people')}>
            {t('cases.setReach', pronouns)}
          </Button>
        )}
      </section>
    );
  }
  return (
    <ReachStrip
      identifyAs={contact.identifyAs}
      lines={lines}
      confirmedOn={contact.confirmedOn}
      pronouns={pronouns}
      end={
        <>
          {shouldReconfirm(contact, dateOf(now())) && <Note>{t('reach.askAgain')}</Note>}
          {mayReach && <Link href={casePath(caseFileId, '/reach')}>{t('reach.before', pronouns)}</Link>}
        </>
      }
    />
  );
}

interface StripProps {
  readonly identifyAs: string;
  readonly lines: readonly CautionLine[];
  readonly confirmedOn: string | null;
  readonly pronouns: Pronouns;
  readonly end?: ReactNode;
}

/** The first thing to read before anybody is reached: who to say you are. */
export function SayYouAre({ identifyAs }: { identifyAs: string }) {
  const t = useText();
  return (
    <div className="reach-say">
      <span className="small">{t('cases.sayYouAre')}</span>
      <Hers quote={identifyAs !== ''} size="lg">
        {identifyAs || t('cases.noName')}
      </Hers>
    </div>
  );
}

export function ReachStrip({ identifyAs, lines, confirmedOn, pronouns, end }: StripProps) {
  const t = useText();
  return (
    <section className="reach" aria-label={t('cases.howToReach', pronouns)}>
      <SayYouAre identifyAs={identifyAs} />
      <ul className="reach-ways">
        {lines.map((line) => (
          <ReachWay key={`${line.way}${line.when}${line.caution}`} line={line} pronouns={pronouns} />
        ))}
      </ul>
      <div className="reach-end small dim">
        {confirmedOn === null ? t('cases.notConfirmed') : `${t('cases.confirmed', pronouns)}, ${fullDate(confirmedOn)}`}
        {end}
      </div>
    </section>
  );
}

const icons: Readonly<Partial<Record<CautionLine['way'], Icon>>> = {
  TEXT: IconText,
  MESSAGING_APP: IconText,
  CALL: IconPhone,
  VOICEMAIL: IconVoicemail,
  EMAIL: IconEnvelope,
  POST: IconEnvelope,
};

function ReachWay({ line, pronouns }: { line: CautionLine; pronouns: Pronouns }) {
  const t = useText();
  const yes = mayUse(line.safe);
  const Sign = line.way === 'CALL' && !yes ? IconNoCall : (icons[line.way] ?? IconPartners);
  const shared = line.sharedWith === '' ? '' : t('reach.sharedWith', { who: line.sharedWith });
  const detail = [agreedTimes(t, line), line.when, shared, line.caution].filter((words) => words !== '').join(', ');
  return (
    <li className={yes ? 'yes' : 'no'}>
      <Sign size={20} aria-hidden />
      <span>
        <b>{`${t(`cases.way.${line.way}`)}: ${t(`cases.safe.${line.safe}`)}`}</b>
        <small dir="auto">{detail || (yes ? '' : t('cases.notSaid', pronouns))}</small>
      </span>
    </li>
  );
}
