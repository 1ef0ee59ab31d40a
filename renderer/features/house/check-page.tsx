// One look round: written on while it goes on, kept line by line; read afterwards, with what is still to be done.
import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import {
  type CheckItem,
  CheckItem as Items,
  checkRefusal,
  type Finding,
  Looked,
  type StoredCheck,
} from '#shared/records/environment-check';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { fullDate } from '../../dates.ts';
import { useDraft } from '../../forms/use-draft.ts';
import type { PageProps } from '../../route.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { CheckLine } from './check-line.tsx';
import { CheckRead } from './check-read.tsx';
import { RefusalWords } from './place-words.tsx';
import './house.css';

export function CheckPage({ params }: PageProps) {
  const t = useText();
  const list = useRead('environmentCheck.list', {});
  const mayWrite = useMay('environmentCheck.save');
  const check = list.value?.checks.find(({ id }) => id === params['checkId']);
  return (
    <>
      <PageHead
        title={t('checks.title')}
        fact={<Link href="/house/checks">{t('checks.all')}</Link>}
        actions={
          check && (
            <Button component={Link} href={`/house/checks/${check.id}/paper`} variant="default">
              {t('prints.toPaper')}
            </Button>
          )
        }
      />
      {list.error && <ErrorSentence error={list.error} />}
      {list.value && check === undefined && <ErrorSentence error={{ code: 'not-found' }} />}
      {check &&
        (mayWrite && check.finishedOn === null ? (
          <Writing key={check.id} check={check} />
        ) : (
          <CheckRead check={check} owners={list.value?.owners ?? []} />
        ))}
    </>
  );
}

/** What is typed is kept as a draft meanwhile: one walks through the house with it, and it locks on the way. */
function Writing({ check }: { check: StoredCheck }) {
  const t = useText();
  const save = useWrite('environmentCheck.save');
  const target = { kind: 'environment-check', recordId: check.id };
  const draft = useDraft({ target, schema: Looked, basedOn: check.revision });
  const [typed, setTyped] = useState<Looked | null>(null);
  const { findings, voices } = typed ?? draft.kept?.body ?? check;
  const looked = { findings, voices };
  const refusal = checkRefusal(looked);
  const write = (part: Partial<Looked>, at: string): void => {
    setTyped({ ...looked, ...part });
    draft.write({ ...looked, ...part }, at);
  };
  const change = (item: CheckItem, finding: Finding): void =>
    write({ findings: { ...findings, [item]: finding } }, item);
  const keep = async (finish: boolean): Promise<void> => {
    if (save.isRunning) return;
    await draft.flush();
    void save.run({ checkId: check.id, basedOn: check.revision, looked, finish });
  };
  if (draft.error) return <ErrorSentence error={draft.error} />;
  if (draft.kept === undefined) return null;
  return (
    <Sheet title={t('checks.begunOn', { date: fullDate(check.begunOn) })}>
      <div className="stack">
        <ul className="house-checks">
          {Items.options.map((item) => (
            <CheckLine key={item} item={item} finding={findings[item] ?? null} onFinding={(one) => change(item, one)} />
          ))}
        </ul>
        <NumberInput
          label={t('checks.voices')}
          description={t('checks.voicesHint')}
          value={voices ?? ''}
          min={0}
          max={1_000}
          allowDecimal={false}
          onChange={(count) => write({ voices: typeof count === 'number' ? count : null }, 'voices')}
        />
        <RefusalWords refusal={refusal} />
        {save.error && <ErrorSentence error={save.error} />}
        <div className="row wrap">
          <Button
            variant="default"
            disabled={refusal !== null}
            loading={save.isRunning}
            onClick={() => void keep(false)}
          >
            {t('checks.keep')}
          </Button>
          <Button disabled={refusal !== null} loading={save.isRunning} onClick={() => void keep(true)}>
            {t('checks.finish')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
