// What broke, in three sentences. Never a code word, never a record's text; a reference number only for bugs.
import type { ReactNode } from 'react';
import type { WireError } from '#shared/contract/errors';
import { wordsFor } from '../api/error-words.ts';
import { useText } from '../text.ts';
import { IconStop } from './icons.ts';

/** `children` are the ways on, as buttons. */
export function ErrorSentence({ error, children }: { error: WireError; children?: ReactNode }) {
  const t = useText();
  const { happened, safe, todo } = wordsFor(error);
  return (
    <div className="broken" role="alert">
      <IconStop size={18} aria-hidden />
      <div>
        <p>
          <b>{happened}</b> {safe}
        </p>
        <p>{todo}</p>
        {error.reference && <p className="small dim">{t('words.reference', { reference: error.reference })}</p>}
        {children && <div className="row wrap">{children}</div>}
      </div>
    </div>
  );
}
