// A key for somebody who compares the whole of it, or takes it along: as a picture for a telephone, and as text.
import { useText } from '../../text.ts';
import { CodePicture } from '../../ui/code-picture.tsx';

interface WholeKeyProps {
  readonly recipient: string;
  /** Whose key the picture is, for those who do not see it. */
  readonly picture: string;
}

export function WholeKey({ recipient, picture }: WholeKeyProps) {
  const t = useText();
  return (
    <details>
      <summary>{t('sharing.keyShow')}</summary>
      <div className="whole-key">
        <CodePicture code={recipient} size={148} label={picture} />
        <p className="small" dir="ltr">
          {recipient}
        </p>
      </div>
    </details>
  );
}
