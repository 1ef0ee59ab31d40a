// Everything that was written, match by match: each line leads to the part of the case in which the words stand.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { SearchedKind, type WordHit, type WordSearchAnswer } from '#shared/records/word-search';
import { useRead } from '../../api/use-vault.ts';
import { casePath } from '../../case/case-tabs.ts';
import { partOfKind } from '../../case/kind-parts.ts';
import { SnippetWords } from '../../case/snippet-words.tsx';
import { dateOf, fullDate } from '../../dates.ts';
import { useWordQuery } from '../../find/word-query.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Alias } from '../../ui/hers.tsx';
import { IconFind } from '../../ui/icons.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import './search.css';

const PAGE = 25;
const MOST = 100;

export function SearchPage() {
  const t = useText();
  const maySearch = useMay('wordSearch.find');
  const { query, seek } = useWordQuery();
  const [kind, setKind] = useState<SearchedKind | null>(null);
  const [limit, setLimit] = useState(PAGE);
  const words = query.trim();
  const isOn = maySearch && words !== '';
  const found = useRead(
    'wordSearch.find',
    { query: words === '' ? '-' : words, kind, limit },
    { enabled: isOn, keepLast: true },
  );
  const type = (text: string): void => {
    seek(text);
    setLimit(PAGE);
  };
  return (
    <>
      <PageHead title={t('search.title')} />
      <div className="search-bar">
        <TextInput
          id="search-words"
          className="search-words"
          label={t('search.field')}
          data-autofocus
          autoFocus
          dir="auto"
          maxLength={200}
          value={query}
          onChange={(event) => type(event.currentTarget.value)}
          leftSection={<IconFind size={17} aria-hidden />}
          autoComplete="off"
          spellCheck={false}
        />
        {isOn && found.value && <KindSelect answer={found.value} value={kind} onValue={setKind} />}
      </div>
      <p className="small dim search-hint">{t('search.hint')}</p>
      {found.error && <ErrorSentence error={found.error} />}
      {isOn && found.value && (
        <Found answer={found.value} {...(limit < MOST ? { onMore: () => setLimit(MOST) } : {})} />
      )}
    </>
  );
}

interface KindSelectProps {
  readonly answer: WordSearchAnswer;
  readonly value: SearchedKind | null;
  readonly onValue: (kind: SearchedKind | null) => void;
}

function KindSelect({ answer, value, onValue }: KindSelectProps) {
  const t = useText();
  const all = answer.kinds.reduce((sum, { count }) => sum + count, 0);
  const counted = new Map(answer.kinds.map(({ kind, count }) => [kind, count]));
  const kinds = value === null || counted.has(value) ? [...counted.keys()] : [...counted.keys(), value];
  return (
    <NativeSelect
      label={t('search.kind')}
      value={value ?? ''}
      data={[
        { value: '', label: t('search.everyKind', { count: all }) },
        ...kinds.map((kind) => ({
          value: kind,
          label: t('search.kindCount', { kind: t(`kinds.${kind}`), count: counted.get(kind) ?? 0 }),
        })),
      ]}
      onChange={({ currentTarget }) => onValue(SearchedKind.safeParse(currentTarget.value).data ?? null)}
    />
  );
}

function Found({ answer, onMore }: { answer: WordSearchAnswer; onMore?: () => void }) {
  const t = useText();
  if (answer.hits.length === 0)
    return (
      <Sheet>
        <EmptyState>{t('search.nothing')}</EmptyState>
      </Sheet>
    );
  return (
    <Sheet flush title={t('search.found', { count: answer.total })}>
      <Rows>
        {answer.hits.map((hit) => (
          <HitRow key={hit.recordId} hit={hit} />
        ))}
      </Rows>
      {(answer.newestOnly || answer.total > answer.hits.length) && (
        <p className="rows-more">
          {answer.total > answer.hits.length && onMore !== undefined && (
            <Button variant="subtle" size="compact-md" onClick={onMore}>
              {t('search.more')}
            </Button>
          )}
          {answer.newestOnly && <span className="dim">{t('search.newest')}</span>}
        </p>
      )}
    </Sheet>
  );
}

function HitRow({ hit }: { hit: WordHit }) {
  const t = useText();
  const { caseFileId, nameUsed, caseNumber } = hit.of;
  return (
    <li className="search-hit">
      <span className="col-alias">
        <Alias caseFileId={caseFileId} alias={nameUsed} caseNumber={caseNumber} />
      </span>
      <span className="grow">
        <Link href={casePath(caseFileId, partOfKind(hit.recordKind))}>
          <SnippetWords snippet={hit.snippet} />
        </Link>
        <span className="small dim">{`${t(`search.in.${hit.recordKind}`)}, ${fullDate(dateOf(hit.savedAt))}`}</span>
      </span>
    </li>
  );
}
