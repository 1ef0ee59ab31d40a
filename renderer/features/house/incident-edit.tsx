// A report written on: what was found out since, what was done, who was told.
import { Button } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { StoredIncident } from '#shared/records/incident';
import { useWrite } from '../../api/use-vault.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { DoneFields, FactsField } from './incident-fields.tsx';
import { IncidentTold, toldOf } from './incident-in-making.ts';
import { PeopleByNumber, useNumbers } from './people-by-number.tsx';

const numberOf = ({ caseNumber }: StoredIncident['people'][number]): string => caseNumber;

const toldBefore = ({ people, facts, actions, toldTo, toldOutside, lessons }: StoredIncident): IncidentTold => ({
  people: people.map(numberOf),
  toldTo: toldTo.map(({ id }) => id),
  ...{ facts, actions, toldOutside, lessons },
});

export function IncidentEdit({ incident, onDone }: { incident: StoredIncident; onDone: () => void }) {
  const t = useText();
  const save = useWrite('incident.save');
  const here = useNumbers();
  const target = { kind: 'incident-change', recordId: incident.id };
  const draft = useDraft({ target, schema: IncidentTold, basedOn: incident.revision });
  const [typed, setTyped] = useState<IncidentTold | null>(null);
  const [isAsked, setAsked] = useState(false);
  const told = typed ?? draft.kept?.body ?? toldBefore(incident);
  const write = (part: Partial<IncidentTold>, at: string): void => {
    setTyped({ ...told, ...part });
    draft.write({ ...told, ...part }, at);
  };
  const giveUp = async (): Promise<void> => {
    await draft.discard();
    onDone();
  };
  const keep = async (): Promise<void> => {
    setAsked(told.facts.trim().length < 3);
    if (told.facts.trim().length < 3 || save.isRunning) return;
    await draft.flush();
    // Somebody in it may live here no more.
    const numbers = new Map([...incident.people.map((one) => [numberOf(one), one.caseFileId] as const), ...here]);
    const result = await save.run({ incidentId: incident.id, basedOn: incident.revision, told: toldOf(told, numbers) });
    if (result.ok) onDone();
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void keep();
  };
  if (draft.error) return <ErrorSentence error={draft.error} />;
  if (draft.kept === undefined) return null;
  return (
    <div className="stack one-column">
      <Sheet title={t('incidents.change')}>
        <form className="stack" aria-label={t('incidents.change')} onSubmit={submit} noValidate>
          <PeopleByNumber value={told.people} onValue={(people) => write({ people }, 'incident-people')} />
          <FactsField told={told} write={write} isAsked={isAsked} />
          <DoneFields told={told} write={write} />
          {save.error && <ErrorSentence error={save.error} />}
          <div className="row wrap">
            <Button variant="default" onClick={() => void giveUp()}>
              {t('incidents.cancel')}
            </Button>
            <Button type="submit" loading={save.isRunning}>
              {t('incidents.keep')}
            </Button>
          </div>
        </form>
      </Sheet>
    </div>
  );
}
