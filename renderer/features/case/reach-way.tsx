// One way to reach her, with its sign in words and every reason for it. Never the number: that comes with the attempt.
import { Button } from '@mantine/core';
import type { ContactMethod, ReachVerdict } from '#shared/records/safe-contact';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { IconInfo } from '../../ui/icons.ts';
import { Ok, Stop, Word } from '../../ui/status-words.tsx';
import { agreedTimes } from './reach.tsx';

interface ReachWayProps {
  readonly method: ContactMethod;
  readonly verdict: ReachVerdict;
  readonly pronouns: Pronouns;
  readonly onChoose: () => void;
}

export function ReachWay({ method, verdict, pronouns, onChoose }: ReachWayProps) {
  const t = useText();
  const { sign, reasons } = verdict;
  const isRed = sign === 'RED';
  const when = [agreedTimes(t, method), method.when].filter((words) => words !== '').join(', ');
  const inLanguage = method.language === '' ? '' : t('reach.inLanguage', { language: method.language });
  return (
    <li>
      <div className="grow reach-choice">
        <b>{t(`cases.way.${method.way}`)}</b>
        <Sign sign={sign} />
        {reasons.map((reason) => (
          <p key={reason} dir="auto">
            {t(`reach.why.${reason}`, { ...pronouns, who: method.sharedWith })}
          </p>
        ))}
        {[when, inLanguage, method.caution]
          .filter((line) => line !== '')
          .map((line) => (
            <p key={line} className="small dim" dir="auto">
              {line}
            </p>
          ))}
      </div>
      <Button variant="default" onClick={onChoose}>
        {isRed ? t('reach.chooseAnyway') : t('reach.choose')}
      </Button>
    </li>
  );
}

function Sign({ sign }: { sign: ReachVerdict['sign'] }) {
  const t = useText();
  const words = t(`reach.sign.${sign}`);
  if (sign === 'RED') return <Stop>{words}</Stop>;
  if (sign === 'GREEN') return <Ok>{words}</Ok>;
  return (
    <Word tone="lit" icon={<IconInfo size={15} aria-hidden />}>
      {words}
    </Word>
  );
}
