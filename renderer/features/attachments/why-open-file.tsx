// The question before a sealed file is looked at, whatever kind of file it is.
import type { ComponentProps } from 'react';
import { WhyForm } from '../../case/ask-why.tsx';
import { useText } from '../../text.ts';

type WhyOpenFileProps = Omit<ComponentProps<typeof WhyForm>, 'thing' | 'lead' | 'openWords'>;

export function WhyOpenFile(asking: WhyOpenFileProps) {
  const t = useText();
  const thing = t('words.isSealed', { thing: t('attachments.sealedThing') });
  return <WhyForm {...asking} thing={thing} openWords={t('attachments.open')} />;
}
