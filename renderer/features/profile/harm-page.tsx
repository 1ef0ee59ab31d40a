// People she needs safety from: how close and in which role. Words about them are kept only when she asked for it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import type { StoredPersonCausingHarm } from '#shared/records/person-causing-harm';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { fullDate } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconPlus } from '../../ui/icons.ts';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { BackToHappened } from './back.tsx';
import { HARM_DRAFT, PersonForm } from './person-form.tsx';
import { usePersonWords } from './person-words.ts';
import './profile.css';

export function HarmPage({ params }: PageProps) {
  const t = useText();
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const [writing, setWriting] = useState<string | null>(null);
  const people = useRead('personCausingHarm.list', { caseFileId });
  const drafts = useRead('draft.list', {});
  const kept = drafts.value?.find(({ target }) => target.kind === HARM_DRAFT && target.caseFileId === caseFileId);
  // What a lock interrupted is open again; empty stands for somebody new.
  const open = writing ?? (kept && (kept.target.recordId ?? '')) ?? null;
  const done = (): void => setWriting(null);
  return (
    <CaseFrame caseFileId={caseFileId} task={t('happened.people')} actions={() => <BackToHappened id={caseFileId} />}>
      {(_caseFile, pronouns) => (
        <div className="stack one-column">
          <p className="dim">{t('happened.peopleLead', pronouns)}</p>
          {people.error && <ErrorSentence error={people.error} />}
          {people.value?.length === 0 && open === null && <EmptyState>{t('happened.peopleNone')}</EmptyState>}
          {people.value?.map((person, at) =>
            open === person.id ? (
              <PersonForm
                key={person.id}
                caseFileId={caseFileId}
                person={person}
                number={at + 1}
                pronouns={pronouns}
                onDone={done}
              />
            ) : (
              <PersonSheet
                key={person.id}
                person={person}
                number={at + 1}
                pronouns={pronouns}
                onChange={() => setWriting(person.id)}
              />
            ),
          )}
          {open === '' && (
            <PersonForm
              caseFileId={caseFileId}
              person={null}
              number={(people.value?.length ?? 0) + 1}
              pronouns={pronouns}
              onDone={done}
            />
          )}
          {open === null && people.value && (
            <div className="row">
              <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setWriting('')}>
                {t('happened.personAdd')}
              </Button>
            </div>
          )}
        </div>
      )}
    </CaseFrame>
  );
}

interface PersonSheetProps {
  readonly person: StoredPersonCausingHarm;
  readonly number: number;
  readonly pronouns: Pronouns;
  readonly onChange: () => void;
}

function PersonSheet({ person, number, pronouns, onChange }: PersonSheetProps) {
  const t = useText();
  const words = usePersonWords();
  const title = t('happened.personNumber', { number });
  const [isAsking, setAsking] = useState(false);
  const letGo = useWrite('personCausingHarm.letGo');
  return (
    <Sheet title={title}>
      <div className="stack">
        {letGo.error && <ErrorSentence error={letGo.error} />}
        <p>{words(person)}</p>
        {person.details && <Details details={person.details} pronouns={pronouns} />}
        <div className="row wrap">
          <Button
            size="compact-sm"
            variant="default"
            onClick={onChange}
            aria-label={`${t('happened.change')}: ${title}`}
          >
            {t('happened.change')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => setAsking(true)}
            aria-label={`${t('happened.letGo')}: ${title}`}
          >
            {t('happened.letGo')}
          </Button>
        </div>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        question={t('happened.letGoAsk')}
        cancel={t('happened.letGoCancel')}
        confirm={t('happened.letGo')}
        isRunning={letGo.isRunning}
        onCancel={() => setAsking(false)}
        onConfirm={() => void letGo.run({ id: person.id, basedOn: person.revision }).then(() => setAsking(false))}
      >
        <p>{t('happened.letGoSays')}</p>
      </ConfirmDialog>
    </Sheet>
  );
}

interface DetailsProps {
  readonly details: NonNullable<StoredPersonCausingHarm['details']>;
  readonly pronouns: Pronouns;
}

function Details({ details, pronouns }: DetailsProps) {
  const t = useText();
  const filled = (['names', 'plates', 'addresses'] as const).filter((name) => details[name] !== '');
  return (
    <>
      <dl className="told-answers">
        {filled.map((name) => (
          <div key={name}>
            <dt>{t(`happened.${name}`)}</dt>
            <dd dir="auto" className="lines">
              {details[name]}
            </dd>
          </div>
        ))}
      </dl>
      <p className="small dim">
        {t('happened.detailsKept', {
          they: pronouns.they,
          date: fullDate(details.askedOn),
          what: t(`happened.wanted.${details.wantedFor}`),
        })}
      </p>
    </>
  );
}
