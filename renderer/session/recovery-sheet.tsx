// The recovery code on lit paper, and the same on a sheet for the printer: neutral, it names no place and no person.
import { useText } from '../text.ts';
import { CodePicture } from '../ui/code-picture.tsx';

function CodeGroups({ code }: { code: string }) {
  return (
    <p className="code" dir="ltr">
      {code.split('-').map((group, index) => (
        <span key={index}>{group}</span>
      ))}
    </p>
  );
}

export function RecoveryKit({ code }: { code: string }) {
  const t = useText();
  return (
    <>
      <section className="kit no-print" aria-label={t('session.recoveryCode')}>
        <div>
          <p className="label-line">{t('session.recoveryCode')}</p>
          <CodeGroups code={code} />
          <p className="small">{t('setup.codeChecksItself')}</p>
        </div>
        <CodePicture code={code} size={124} label={t('setup.codePicture')} />
      </section>
      <section className="print-sheet only-print" aria-hidden="true">
        <h1>{t('setup.sheetTitle')}</h1>
        <CodeGroups code={code} />
        <CodePicture code={code} size={180} label={t('setup.codePicture')} />
        <p>{t('setup.sheetKeep')}</p>
        <p>{t('setup.sheetUse')}</p>
        <p>{t('setup.sheetPage')}</p>
      </section>
    </>
  );
}
