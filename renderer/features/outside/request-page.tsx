// One legal request: where it stands, what was done, and what a court ordered. It moves forwards only, and never by itself.
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { RecordId } from '#shared/ids';
import {
  AnswerStep,
  type LegalRequest,
  LegalRequestState,
  type StoredLegalRequest,
} from '#shared/records/legal-request';
import { nextStates } from '#shared/records/legal-request-rules';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Path } from '../../ui/path.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { DeadlinesField } from './deadlines-field.tsx';
import { ProductionSheet } from './production-sheet.tsx';
import './outside.css';

export function RequestPage({ params }: PageProps) {
  const t = useText();
  const requestId = RecordId.safeParse(params['requestId']);
  const found = useRead('legalRequest.get', { requestId: requestId.data ?? RecordId.parse(NOBODYS) });
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  const request = found.value;
  const { instrument, servedBy, receivedOn, of, state } = request;
  const about = of === null ? t('outside.aboutNobody') : `${of.nameUsed} · ${of.caseNumber}`;
  const states = LegalRequestState.options.filter((one) => one !== otherEnd(state));
  return (
    <>
      <PageHead
        title={t(`outside.instruments.${instrument}`)}
        fact={[servedBy, fullDate(receivedOn), about].join(', ')}
      />
      <Path
        label={t('outside.states')}
        steps={states.map((one) => t(`outside.state.${one}`))}
        at={states.indexOf(state)}
      />
      <div className="two-columns">
        <Course key={request.revision} request={request} />
        {of !== null && <ProductionSheet request={request} />}
      </div>
    </>
  );
}

/** No record has this id: an address that names none is answered like one that names a record that is not there. */
const NOBODYS = '00000000-0000-4000-8000-000000000000';

/** Of the two ends a request comes to one. */
const otherEnd = (state: LegalRequestState): LegalRequestState =>
  state === 'LIMITED_PRODUCTION' ? 'NOTHING_PRODUCED' : 'LIMITED_PRODUCTION';

type Written = Pick<
  LegalRequest,
  'deadlines' | 'asksFor' | 'instrument' | 'counsel' | 'validity' | 'wish' | 'protective' | 'steps' | 'decision'
>;

function Course({ request }: { request: StoredLegalRequest }) {
  const t = useText();
  const save = useWrite('legalRequest.save');
  const [written, setWritten] = useState<Written>(request);
  const write = (part: Partial<Written>): void => setWritten({ ...written, ...part });
  const keep = (to: LegalRequestState | null): void => {
    const { deadlines, asksFor, instrument, counsel, validity, wish, protective, steps, decision } = written;
    void save.run({
      requestId: request.id,
      basedOn: request.revision,
      told: { deadlines: deadlines.filter(({ what, on }) => what.trim() !== '' && on !== ''), asksFor, instrument },
      course: { counsel, validity, wish, protective, steps, decision },
      to,
    });
  };
  const next = nextStates(request.state);
  return (
    <Sheet title={t('outside.states')} end={t(`outside.state.${request.state}`)}>
      <div className="stack">
        <Textarea
          label={t('outside.asksFor')}
          dir="auto"
          autosize
          maxLength={2_000}
          value={written.asksFor}
          onChange={({ currentTarget }) => write({ asksFor: currentTarget.value })}
        />
        <DeadlinesField deadlines={written.deadlines} onDeadlines={(deadlines) => write({ deadlines })} />
        <TextInput
          label={t('outside.counsel')}
          dir="auto"
          maxLength={300}
          value={written.counsel}
          onChange={({ currentTarget }) => write({ counsel: currentTarget.value })}
        />
        <Validity written={written} onWrite={write} />
        {request.of !== null && <Wish written={written} onWrite={write} />}
        <Answer written={written} onWrite={write} />
        {save.error && <ErrorSentence error={save.error} />}
        {request.state !== 'CLOSED' && (
          <div className="row wrap align-end">
            <Button variant="default" loading={save.isRunning} onClick={() => keep(null)}>
              {t('outside.keep')}
            </Button>
            {next.length > 0 && <MoveOn next={next} isRunning={save.isRunning} onMove={keep} />}
          </div>
        )}
      </div>
    </Sheet>
  );
}

interface PartProps {
  readonly written: Written;
  readonly onWrite: (part: Partial<Written>) => void;
}

function MoveOn({
  next,
  isRunning,
  onMove,
}: {
  next: readonly LegalRequestState[];
  isRunning: boolean;
  onMove: (to: LegalRequestState) => void;
}) {
  const t = useText();
  const [to, setTo] = useState(next[0] ?? 'CLOSED');
  return (
    <>
      <NativeSelect
        aria-label={t('outside.moveOn')}
        value={to}
        data={next.map((value) => ({ value, label: t(`outside.state.${value}`) }))}
        onChange={({ currentTarget }) => setTo(LegalRequestState.catch(to).parse(currentTarget.value))}
      />
      <Button loading={isRunning} onClick={() => onMove(to)}>
        {t('outside.moveOn')}
      </Button>
    </>
  );
}

function Validity({ written: { validity }, onWrite }: PartProps) {
  const t = useText();
  const found = validity ?? { judgeSigned: false, found: '' };
  return (
    <>
      <Textarea
        label={t('outside.validity')}
        description={t('outside.judgeHint')}
        dir="auto"
        autosize
        maxLength={2_000}
        value={found.found}
        onChange={({ currentTarget }) => onWrite({ validity: { ...found, found: currentTarget.value } })}
      />
      <Checkbox
        label={t('outside.judge')}
        checked={found.judgeSigned}
        onChange={({ currentTarget }) => onWrite({ validity: { ...found, judgeSigned: currentTarget.checked } })}
      />
    </>
  );
}

const WANTS = ['RELEASE', 'OPPOSE', 'UNSURE', 'NOT_REACHED'] as const;

function Wish({ written: { wish }, onWrite }: PartProps) {
  const t = useText();
  return (
    <>
      <NativeSelect
        label={t('outside.wish')}
        value={wish?.wants ?? ''}
        data={[
          { value: '', label: t('outside.wishNot') },
          ...WANTS.map((value) => ({ value, label: t(`outside.wishes.${value}`) })),
        ]}
        onChange={({ currentTarget }) => {
          const wants = WANTS.find((one) => one === currentTarget.value);
          onWrite({ wish: wants === undefined ? null : { wants, on: dateOf(now()), how: wish?.how ?? '' } });
        }}
      />
      {wish !== null && (
        <TextInput
          label={t('outside.wishHow')}
          dir="auto"
          maxLength={2_000}
          value={wish.how}
          onChange={({ currentTarget }) => onWrite({ wish: { ...wish, how: currentTarget.value } })}
        />
      )}
    </>
  );
}

function Answer({ written: { protective, steps, decision }, onWrite }: PartProps) {
  const t = useText();
  return (
    <>
      <Textarea
        label={t('outside.protective')}
        dir="auto"
        autosize
        maxLength={2_000}
        value={protective}
        onChange={({ currentTarget }) => onWrite({ protective: currentTarget.value })}
      />
      <Checkbox.Group
        label={t('outside.steps')}
        value={[...steps]}
        onChange={(value) => onWrite({ steps: AnswerStep.options.filter((one) => value.includes(one)) })}
      >
        <div className="outside-ticks">
          {AnswerStep.options.map((value) => (
            <Checkbox key={value} value={value} label={t(`outside.step.${value}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <Textarea
        label={t('outside.decision')}
        dir="auto"
        autosize
        maxLength={2_000}
        value={decision}
        onChange={({ currentTarget }) => onWrite({ decision: currentTarget.value })}
      />
    </>
  );
}
