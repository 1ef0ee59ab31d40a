// The sealed words on a paper of their own, only when she asks for it: opened with a reason that is kept, never beside other lines.
import { useState } from 'react';
import { AskWhy } from '../../case/ask-why.tsx';
import { useText } from '../../text.ts';
import { sealedWords } from './compose.ts';
import { PrepareSheet } from './prepare-sheet.tsx';
import type { SheetProps, SheetSection } from './sheet-content.ts';

export function SealedSheet(props: SheetProps) {
  const t = useText();
  const [sections, setSections] = useState<readonly SheetSection[] | null>(null);
  if (sections !== null) return <PrepareSheet {...props} sections={sections} />;
  return (
    <div className="one-column">
      <AskWhy
        caseFileId={props.caseFileId}
        thing={t('prints.sealedTitle')}
        lead={t('prints.sealedLead')}
        openWords={t('prints.openWords')}
        onOpened={({ answers, formVersion }) => setSections(sealedWords(answers, formVersion))}
      />
    </div>
  );
}
