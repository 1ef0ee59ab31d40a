// What the language check noticed, quietly under the field it belongs to. It advises; keeping goes on as before.
import { checkLanguage } from '#shared/language-check';
import { useRead } from '../api/use-vault.ts';
import { useText } from '../text.ts';
import { IconInfo } from '../ui/icons.ts';

const MOST = 6;

export function LanguageMarks({ text }: { text: string }) {
  const t = useText();
  const list = useRead('wordList.get', {});
  if (!list.value) return null;
  const marks = checkLanguage(text, list.value.terms);
  const once = marks.filter(({ found }, at) => marks.findIndex((mark) => mark.found === found) === at).slice(0, MOST);
  if (once.length === 0) return null;
  return (
    <div className="language-marks" role="status">
      <IconInfo size={16} aria-hidden />
      <ul>
        {once.map((mark) => (
          <li key={mark.from} dir="auto">
            {'say' in mark
              ? t('wordList.could', { found: mark.found, say: mark.say })
              : t(`wordList.about.${mark.identifier}`, { found: mark.found })}
          </li>
        ))}
        <li className="dim">{t('wordList.advice')}</li>
      </ul>
    </div>
  );
}
