// Where the house is: the law, the holidays and the figures its days are reckoned by. What nobody compared with the law says so; a
// house writes down its own days, corrects a figure and says that it checked one.
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { HousePlace, LawPack } from '#shared/legal/place';
import type { StoredPlace } from '#shared/records/house-place';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { KeepRow } from '../../ui/keep-row.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';
import { FigureRows, StatuteRows } from './place-figures.tsx';
import { HolidaySheet } from './place-holidays.tsx';
import './place.css';

export function PlacePage() {
  const t = useText();
  const found = useRead('housePlace.get', {});
  return (
    <>
      <PageHead
        title={t('place.title')}
        fact={t('place.fact')}
        actions={
          <Button component={Link} href="/safekeeping" variant="default">
            {t('place.back')}
          </Button>
        }
      />
      {found.error && <ErrorSentence error={found.error} />}
      {found.value && <PlaceForm key={found.value.revision} stored={found.value} />}
    </>
  );
}

function PlaceForm({ stored: { revision, ...saved } }: { stored: StoredPlace }) {
  const t = useText();
  const save = useWrite('housePlace.save');
  const [place, setPlace] = useState<HousePlace>(saved);
  const put = (part: Partial<HousePlace>): void => setPlace({ ...place, ...part });
  const isChanged = JSON.stringify(place) !== JSON.stringify(saved);
  return (
    <div className="stack">
      <Note>{t('place.notAdvice')}</Note>
      <div className="place">
        <div className="stack">
          <Where pack={place.pack} onPack={(pack) => put({ pack, worked: [] })} />
          <HolidaySheet place={place} onPlace={put} />
        </div>
        <div className="stack">
          <FigureRows place={place} onWords={(words) => put({ words })} />
          <StatuteRows place={place} onWords={(words) => put({ words })} />
        </div>
      </div>
      {save.error && <ErrorSentence error={save.error} />}
      <KeepRow
        className="place-keep"
        variant="filled"
        keep={t('place.keep')}
        kept={t('place.kept')}
        isKept={revision > 0 && !isChanged}
        isRunning={save.isRunning}
        isDisabled={!isChanged || !HousePlace.safeParse(place).success}
        onKeep={() => void save.run({ ...place, basedOn: revision })}
      />
    </div>
  );
}

function Where({ pack, onPack }: { pack: LawPack; onPack: (pack: LawPack) => void }) {
  const t = useText();
  return (
    <Sheet title={t('place.where')}>
      <NativeSelect
        label={t('place.packLabel')}
        value={pack}
        data={LawPack.options.map((value) => ({ value, label: t(`place.pack.${value}`) }))}
        onChange={({ currentTarget }) => onPack(LawPack.catch('BLANK').parse(currentTarget.value))}
      />
    </Sheet>
  );
}
