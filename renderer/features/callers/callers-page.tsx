// The page of the front desk: what to say, before anything can be typed, then who asked. It asks the vault for its own lines and for
// nothing else: no name of anybody who is here can come onto it.
import { Link } from 'wouter';
import { useText } from '../../text.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { CallForm } from './call-form.tsx';
import { RecentCalls } from './recent-calls.tsx';
import './callers.css';

/** Read out with the form, because the focus is in it from the beginning. */
const SENTENCE = 'callers-sentence';

export function CallersPage() {
  const t = useText();
  return (
    <>
      <PageHead title={t('callers.title')} fact={t('callers.lead')} />
      <div className="callers">
        <div className="stack">
          <WhatToSay />
          <CallForm describedBy={SENTENCE} />
        </div>
        <RecentCalls />
      </div>
    </>
  );
}

function WhatToSay() {
  const t = useText();
  return (
    <Sheet title={t('callers.say')} end={<Link href="/safekeeping/papers/DESK_SCRIPT">{t('callers.sayWhole')}</Link>}>
      <p id={SENTENCE} className="callers-sentence">
        {t('callers.sentence')}
      </p>
      <p className="callers-more">
        {t('callers.sayPapers')} {t('callers.sayFirst')}
      </p>
    </Sheet>
  );
}
