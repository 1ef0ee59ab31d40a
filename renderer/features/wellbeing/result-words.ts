// What came out, in one short line: for lists, the table and the head of a result.
import type { ScreeningResult } from '#shared/records/screening';
import type { Translate } from '#shared/text/language';

export function resultWords(t: Translate, result: ScreeningResult): string {
  switch (result.kind) {
    case 'incomplete':
      return t('wellbeing.incomplete', { answered: result.answered, count: result.asked });
    case 'total': {
      const { total, max, band } = result;
      return band === null
        ? t('wellbeing.totalOf', { total, max })
        : t('wellbeing.totalBand', { total, max, band: t(`wellbeing.band.${band}`) });
    }
    case 'asq':
      return t(`wellbeing.asqOutcome.${result.outcome}`);
    case 'tier':
      return t(`wellbeing.tier.${result.tier}`);
  }
}
