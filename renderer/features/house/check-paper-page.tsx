// A look round the house on paper: what was found, and what somebody does about it by when.
import { CheckItem, type Finding, isToDo } from '#shared/records/environment-check';
import { useRead } from '../../api/use-vault.ts';
import { fullDate, shortDate } from '../../dates.ts';
import type { PageProps } from '../../route.ts';
import { type useText as Text, useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { HousePaper } from '../../ui/house-paper.tsx';

export function CheckPaperPage({ params }: PageProps) {
  const t = useText();
  const list = useRead('environmentCheck.list', {});
  if (list.error) return <ErrorSentence error={list.error} />;
  if (!list.value) return null;
  const check = list.value.checks.find(({ id }) => id === params['checkId']);
  if (check === undefined) return <ErrorSentence error={{ code: 'not-found' }} />;
  const { owners } = list.value;
  const nameOf = (finding: Finding): string =>
    owners.find(({ id }) => id === finding.owner)?.name ?? t('checks.somebody');
  const lines = CheckItem.options.flatMap((item) => {
    const finding = check.findings[item];
    return finding === undefined ? [] : [lineOf(t, item, finding, nameOf(finding))];
  });
  const title = t('checks.begunOn', { date: fullDate(check.begunOn) });
  return (
    <HousePaper kind="LOOK_ROUND" sections={[{ id: check.id, title, lines }]} back={`/house/checks/${check.id}`} />
  );
}

function lineOf(t: ReturnType<typeof Text>, item: CheckItem, finding: Finding, name: string) {
  const { answer, action, due, doneOn } = finding;
  const until = isToDo(finding) && due !== null ? ` (${t('checks.untilBy', { date: shortDate(due), name })})` : '';
  const done = doneOn === null ? '' : ` (${t('checks.doneOn', { date: shortDate(doneOn) })})`;
  return {
    id: item,
    words: `${t(`checks.items.${item}`)}: ${t(`checks.answers.${answer}`)}`,
    hers: false,
    ...(action === '' ? {} : { note: `${action}${until}${done}` }),
  };
}
