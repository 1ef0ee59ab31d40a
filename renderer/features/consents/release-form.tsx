// Preparing a permission: one agency, one purpose, each thing asked for by itself, for a time. It is nothing until signed.
import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { type CaseFileId, RecordId } from '#shared/ids';
import { ReleaseCategory } from '#shared/records/release-categories';
import type { Standing } from '#shared/records/minority';
import type { ReleaseDraft, Signer, StoredRelease } from '#shared/records/release';
import { defaultExpiry, isLong } from '#shared/records/release-rules';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { AgencyWarning } from '../../case/agency-warning.tsx';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';
import { maySign, SignerFields, signersAt, signsAs } from './signer-fields.tsx';

interface ReleaseFormProps {
  readonly caseFileId: CaseFileId;
  readonly pronouns: Pronouns;
  /** One that is over: to whom and what for are taken from it, and nothing else. */
  readonly earlier: StoredRelease | null;
  readonly onDone: () => void;
}

interface Asked {
  readonly agencyId: string | null;
  readonly recipientPerson: string;
  readonly purpose: string;
  readonly herWords: string;
  readonly categories: readonly ReleaseCategory[];
  readonly startsOn: string;
  readonly expiresOn: string;
  readonly risks: boolean;
  readonly alternatives: boolean;
  readonly signer: Signer;
  readonly once: boolean;
}

function nothingTicked(standing: Standing, earlier: StoredRelease | null): Asked {
  const startsOn = dateOf(now());
  return {
    agencyId: earlier?.partnerAgencyId ?? null,
    recipientPerson: earlier?.recipientPerson ?? '',
    purpose: earlier?.purpose ?? '',
    herWords: '',
    categories: [],
    startsOn,
    expiresOn: defaultExpiry(startsOn),
    risks: false,
    alternatives: false,
    signer: signsAs(signersAt(standing)[0] ?? 'SELF'),
    once: false,
  };
}

const isWhole = (asked: Asked): boolean =>
  asked.purpose.trim().length >= 10 && asked.categories.length > 0 && hasDays(asked) && maySign(asked.signer);

const hasDays = ({ startsOn, expiresOn }: Asked): boolean => startsOn !== '' && expiresOn !== '';

/** Who signs depends on the age, so that is read first. */
export function ReleaseForm(props: ReleaseFormProps) {
  const { value, error } = useRead('minority.get', { caseFileId: props.caseFileId });
  if (error) return <ErrorSentence error={error} />;
  return value === undefined ? null : <Asking standing={value.standing} {...props} />;
}

function Asking({
  caseFileId,
  pronouns,
  earlier,
  onDone,
  standing,
}: ReleaseFormProps & { readonly standing: Standing }) {
  const t = useText();
  const agencies = useRead('partnerAgency.list', {});
  const draft = useWrite('release.draft');
  const [asked, setAsked] = useState(() => nothingTicked(standing, earlier));
  // The slip it was asked for on lies below: the form comes into view.
  const lead = useRef<HTMLParagraphElement>(null);
  useEffect(() => lead.current?.focus(), []);
  const ask = (part: Partial<Asked>): void => setAsked({ ...asked, ...part });
  const covered = (categories: readonly ReleaseCategory[]): string =>
    categories.map((category) => t(`sharing.category.${category}`)).join(', ');
  const isReady = asked.agencyId !== null && isWhole(asked);
  const keep = async (): Promise<void> => {
    if (!isReady || draft.isRunning) return;
    const result = await draft.run({ basedOn: 0, release: asDraft(caseFileId, asked) });
    if (result.ok) onDone();
  };
  return (
    <Sheet title={t('sharing.newRelease')}>
      <div className="stack">
        {earlier && (
          <p ref={lead} tabIndex={-1}>
            <Note>{t('sharing.againLead', { what: covered(earlier.categories) })}</Note>
          </p>
        )}
        <Select
          label={t('sharing.agency')}
          data={(agencies.value ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={asked.agencyId}
          onChange={(agencyId) => ask({ agencyId })}
        />
        <AgencyWarning agencyId={asked.agencyId} />
        <TextInput
          label={t('sharing.person')}
          dir="auto"
          maxLength={200}
          value={asked.recipientPerson}
          onChange={(event) => ask({ recipientPerson: event.currentTarget.value })}
        />
        <TextInput
          label={t('sharing.purpose')}
          description={t('sharing.purposeHint')}
          dir="auto"
          maxLength={2000}
          value={asked.purpose}
          onChange={(event) => ask({ purpose: event.currentTarget.value })}
        />
        <Textarea
          className="her-box"
          label={t('sharing.herWords', pronouns)}
          dir="auto"
          autosize
          minRows={1}
          maxLength={2000}
          value={asked.herWords}
          onChange={(event) => ask({ herWords: event.currentTarget.value })}
        />
        <Checkbox.Group
          label={t('sharing.categories')}
          description={t('sharing.categoriesHint')}
          value={[...asked.categories]}
          onChange={(value) => ask({ categories: value })}
        >
          <div className="ticks">
            {ReleaseCategory.options.map((category) => (
              <Checkbox key={category} value={category} label={t(`sharing.category.${category}`)} />
            ))}
          </div>
        </Checkbox.Group>
        <div className="day-pair">
          <DayField label={t('sharing.from')} value={asked.startsOn} onValue={(startsOn) => ask({ startsOn })} />
          <DayField label={t('sharing.untilDay')} value={asked.expiresOn} onValue={(expiresOn) => ask({ expiresOn })} />
        </div>
        {hasDays(asked) && isLong(asked) && <Note>{t('sharing.longWarn')}</Note>}
        <Checkbox
          label={t('sharing.once')}
          checked={asked.once}
          onChange={(event) => ask({ once: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('sharing.discussed')}
          checked={asked.risks}
          onChange={(event) => ask({ risks: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('sharing.alternatives')}
          checked={asked.alternatives}
          onChange={(event) => ask({ alternatives: event.currentTarget.checked })}
        />
        <SignerFields
          standing={standing}
          signer={asked.signer}
          pronouns={pronouns}
          onSigner={(next) => ask({ signer: next })}
        />
        {draft.error && <ErrorSentence error={draft.error} />}
        <div className="row">
          <Button onClick={() => void keep()} loading={draft.isRunning} disabled={!isReady}>
            {t('sharing.keepDraft')}
          </Button>
          <Button variant="subtle" onClick={onDone}>
            {t('shell.cancel')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

function asDraft(caseFileId: CaseFileId, asked: Asked): ReleaseDraft {
  return {
    caseFileId,
    partnerAgencyId: RecordId.parse(asked.agencyId),
    recipientPerson: asked.recipientPerson,
    purpose: asked.purpose,
    herWords: asked.herWords,
    categories: [...asked.categories],
    periodCovered: '',
    method: 'ENCRYPTED_MEDIA',
    risksDiscussed: asked.risks,
    alternativesDiscussed: asked.alternatives,
    language: '',
    interpreter: '',
    startsOn: asked.startsOn,
    expiresOn: asked.expiresOn,
    singleUse: asked.once,
    copyOffered: true,
    signer: asked.signer,
  };
}
