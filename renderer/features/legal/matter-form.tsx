// Writing a legal matter: the way, the stage, its dates, what was decided. Kept as a draft while it is written.
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import { RecordId } from '#shared/ids';
import { MatterType, regimes, Stage } from '#shared/legal/regimes';
import type { StoredLegalMatter } from '#shared/records/legal-matter';
import { looksLikeANumber } from '#shared/records/legal-rules';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { AgencyWarning } from '../../case/agency-warning.tsx';
import { useDraft } from '../../forms/use-draft.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';
import { ClockField } from './clock-field.tsx';
import { DatesField } from './dates-field.tsx';
import { asMatter, inMaking, MatterInMaking } from './matter-in-making.ts';

interface FormProps {
  readonly caseFileId: CaseFileId;
  /** Null for a new one. */
  readonly saved: StoredLegalMatter | null;
  readonly pronouns: Pronouns;
  readonly onDone: () => void;
}

export function MatterForm({ caseFileId, saved, pronouns, onDone }: FormProps) {
  const t = useText();
  const save = useWrite('legalMatter.save');
  const [mine, setMine] = useState<MatterInMaking | null>(null);
  const draft = useDraft({
    target: { kind: 'legal-matter', caseFileId, ...(saved === null ? {} : { recordId: saved.id }) },
    schema: MatterInMaking,
    basedOn: saved?.revision ?? 0,
  });
  if (draft.error) return <ErrorSentence error={draft.error} />;
  if (draft.kept === undefined) return null;
  const making = mine ?? draft.kept?.body ?? inMaking(saved);
  const write = (part: Partial<MatterInMaking>, at = ''): void => {
    const next = { ...making, ...part };
    setMine(next);
    draft.write(next, at);
  };
  const leave = async (): Promise<void> => {
    await draft.discard();
    onDone();
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const basedOn = draft.kept?.basedOn ?? saved?.revision ?? 0;
    const request = { caseFileId, matterId: saved?.id ?? null, basedOn, matter: asMatter(making) };
    if ((await save.run(request)).ok) await leave();
  };
  return (
    <Sheet title={t('legal.newTitle')}>
      <form className="stack one-column" onSubmit={(event) => void submit(event)}>
        <Way making={making} isNew={saved === null} onWrite={write} />
        <DatesField dates={making.dates} onDates={(dates) => write({ dates })} />
        {regimes[making.type].clocks.length === 0 && (
          <ClockField clock={making.ownClock} onClock={(ownClock) => write({ ownClock })} />
        )}
        <Words making={making} onWrite={write} pronouns={pronouns} />
        {looksLikeANumber([making.decided, making.documents, making.lawyerName].join('\n')) && (
          <Note>{t('legal.noNumber')}</Note>
        )}
        {save.error && <ErrorSentence error={save.error} />}
        <div className="row wrap">
          <Button variant="default" onClick={() => void leave()}>
            {t('legal.leave')}
          </Button>
          <Button type="submit" loading={save.isRunning}>
            {t('legal.keep')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

interface PartProps {
  readonly making: MatterInMaking;
  readonly onWrite: (part: Partial<MatterInMaking>, at?: string) => void;
}

function Way({ making, isNew, onWrite }: PartProps & { isNew: boolean }) {
  const t = useText();
  return (
    <>
      <NativeSelect
        id="legal-type"
        label={t('legal.type')}
        disabled={!isNew}
        value={making.type}
        data={MatterType.options.map((value) => ({ value, label: t(`legal.types.${value}`) }))}
        onChange={(event) => {
          const type = MatterType.options.find((one) => one === event.currentTarget.value) ?? 'OTHER';
          onWrite({ type, stage: regimes[type].stages[0] ?? 'PREP', ownClock: null }, 'legal-type');
        }}
      />
      <NativeSelect
        id="legal-stage"
        label={t('legal.stage')}
        value={making.stage}
        data={regimes[making.type].stages.map((value) => ({ value, label: t(`legal.stageNames.${value}`) }))}
        onChange={(event) =>
          onWrite({ stage: Stage.options.find((one) => one === event.currentTarget.value) ?? 'PREP' }, 'legal-stage')
        }
      />
    </>
  );
}

function Words({ making, onWrite, pronouns }: PartProps & { pronouns: Pronouns }) {
  const t = useText();
  const agencies = useRead('partnerAgency.list', {});
  return (
    <>
      <Textarea
        id="legal-decided"
        className="her-box"
        label={t('legal.decided', pronouns)}
        description={t('legal.decidedHint')}
        dir="auto"
        autosize
        minRows={2}
        maxLength={1_000}
        value={making.decided}
        onChange={(event) => onWrite({ decided: event.currentTarget.value }, 'legal-decided')}
      />
      <NativeSelect
        id="legal-agency"
        label={t('legal.agency')}
        value={making.agencyId ?? ''}
        data={[
          { value: '', label: t('legal.agencyNone') },
          ...(agencies.value ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => {
          const chosen = RecordId.safeParse(event.currentTarget.value);
          onWrite({ agencyId: chosen.success ? chosen.data : null }, 'legal-agency');
        }}
      />
      <AgencyWarning agencyId={making.agencyId} />
      <TextInput
        id="legal-lawyer"
        label={t('legal.lawyerName')}
        dir="auto"
        maxLength={200}
        value={making.lawyerName}
        onChange={(event) => onWrite({ lawyerName: event.currentTarget.value }, 'legal-lawyer')}
      />
      <Textarea
        id="legal-documents"
        label={t('legal.documents')}
        description={t('legal.documentsHint')}
        dir="auto"
        autosize
        minRows={2}
        maxLength={4_000}
        value={making.documents}
        onChange={(event) => onWrite({ documents: event.currentTarget.value }, 'legal-documents')}
      />
    </>
  );
}
