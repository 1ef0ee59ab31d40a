// How to reach her without putting her at risk. Not knowing reads as no. Nothing here starts a call.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { cautionLines, mayUse, type CautionLine, type SafeContact } from '#shared/records/safe-contact';
import { casePath } from '../../case/case-tabs.ts';
import { fullDate } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
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

interface ReachProps {
  readonly caseFileId: string;
  readonly contact: SafeContact;
  readonly pronouns: Pronouns;
}

export function Reach({ caseFileId, contact, pronouns }: ReachProps) {
  const t = useText();
  const lines = cautionLines(contact);
  if (lines.length === 0 && contact.identifyAs === '') {
    return (
      <section className="sunk-bar" aria-label={t('cases.howToReach', pronouns)}>
        <IconNoCall size={20} aria-hidden />
        <p className="grow">{t('cases.reachUnknown', pronouns)}</p>
        <Button size="compact-md" variant="default" component={Link} href={casePath(caseFileId, '/people')}>
          {t('cases.setReach', pronouns)}
        </Button>
      </section>
    );
  }
  return (
    <ReachStrip identifyAs={contact.identifyAs} lines={lines} confirmedOn={contact.confirmedOn} pronouns={pronouns} />
  );
}

interface StripProps {
  readonly identifyAs: string;
  readonly lines: readonly CautionLine[];
  readonly confirmedOn: string | null;
  readonly pronouns: Pronouns;
}

export function ReachStrip({ identifyAs, lines, confirmedOn, pronouns }: StripProps) {
  const t = useText();
  return (
    <section className="reach" aria-label={t('cases.howToReach', pronouns)}>
      <div className="reach-say">
        <span className="small">{t('cases.sayYouAre')}</span>
        <Hers quote={identifyAs !== ''} size="lg">
          {identifyAs || t('cases.noName')}
        </Hers>
      </div>
      <ul className="reach-ways">
        {lines.map((line) => (
          <ReachWay key={`${line.way}${line.when}${line.caution}`} line={line} pronouns={pronouns} />
        ))}
      </ul>
      <div className="reach-end small dim">
        {confirmedOn === null ? t('cases.notConfirmed') : `${t('cases.confirmed', pronouns)}, ${fullDate(confirmedOn)}`}
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
  const detail = [line.when, line.caution].filter((words) => words !== '').join(', ');
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
