// What a group is in a line: its kind, its language, and whether new people may come.
import type { StoredGroup } from '#shared/records/peer-group';
import type { Translate } from '#shared/text/language';
import { languageName } from '../../forms/language-select.tsx';

export const languageWords = (t: Translate, { language }: Pick<StoredGroup, 'language'>): string =>
  language === '' ? t('groups.anyLanguage') : languageName(language);

export const groupWords = (t: Translate, group: StoredGroup): string =>
  [
    t(`groups.types.${group.type}`),
    languageWords(t, group),
    t(group.isOpen ? 'groups.isOpen' : 'groups.isClosed'),
    group.facilitators.map(({ name }) => name).join(', '),
  ].join(', ');
