// What is known of a colleague: read first, changed when asked for.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { StaffMemberId } from '#shared/ids';
import type { StoredColleagueFacts } from '#shared/records/colleague-facts';
import { useRead } from '../../api/use-vault.ts';
import { fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { FactsForm } from './facts-form.tsx';

export function FactsSheet({ staffMemberId, caseload }: { staffMemberId: StaffMemberId; caseload: string }) {
  const t = useText();
  const found = useRead('colleagueFacts.get', { staffMemberId });
  const [isChanging, setChanging] = useState(false);
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  return (
    <Sheet
      title={t('team.facts')}
      end={
        !isChanging && (
          <Button size="compact-md" variant="default" onClick={() => setChanging(true)}>
            {t('team.changeCourse')}
          </Button>
        )
      }
    >
      {isChanging ? (
        <FactsForm facts={found.value} onDone={() => setChanging(false)} />
      ) : (
        <FactsList facts={found.value} caseload={caseload} />
      )}
    </Sheet>
  );
}

function FactsList({ facts, caseload }: { facts: StoredColleagueFacts; caseload: string }) {
  const t = useText();
  const { languages, startedOn, endsOn, screening, agreementOn, minorsOn } = facts;
  const day = (one: string | null): string => (one === null ? t('team.notWritten') : fullDate(one));
  const lines = [
    [t('team.agreementOn'), day(agreementOn)],
    [t('team.minorsOn'), day(minorsOn)],
    [
      t('team.screening'),
      screening === null ? t('team.notWritten') : `${t(`team.results.${screening.result}`)}, ${fullDate(screening.on)}`,
    ],
    [t('team.languages'), languages.length === 0 ? t('team.notWritten') : languages.join(', ')],
    [t('team.startedOn'), day(startedOn)],
    ...(endsOn === null ? [] : [[t('team.endsOn'), day(endsOn)] as const]),
    [t('team.caseload'), caseload],
  ] as const;
  return (
    <dl className="team-facts">
      {lines.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
