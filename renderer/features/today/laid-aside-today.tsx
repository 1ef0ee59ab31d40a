// Devices that may be followed and lie in the house: a word to everybody who works there, without whose they are.
import { Link } from 'wouter';
import type { SiteWord } from '#shared/records/kept-thing';
import { shortDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { Rows, Sheet } from '../../ui/sheet.tsx';

export function LaidAsideToday({ words }: { words: readonly SiteWord[] }) {
  const t = useText();
  if (words.length === 0) return null;
  return (
    <Sheet flush title={t('things.wordTitle')} end={<Link href="/house/things">{t('things.back')}</Link>}>
      <Rows label={t('things.wordTitle')}>
        {words.map(({ place, type, isOn, since }, at) => (
          <li key={at}>
            <span>
              <b>{t(isOn ? 'things.word.on' : 'things.word.off', { place: `\u2068${place}\u2069` })}</b>
              <span className="small dim laid-under">
                {t(`things.types.${type}`)}, {t('things.since', { date: shortDate(since) })}
              </span>
            </span>
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}
