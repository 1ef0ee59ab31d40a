// A bed in which somebody sleeps: how long she is here, to another bed, leaving today, and when she means to leave.
import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { BedChoice, BoardBed } from '#shared/records/stay';
import { Link } from 'wouter';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { casePath } from '../../case/case-tabs.ts';
import { shortDate } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import type { BedSheetProps } from './bed-props.ts';
import { thingsOf } from './things-of.ts';
import { RefusalWords, PlaceWarnings } from './place-words.tsx';

type Stay = NonNullable<BoardBed['stay']>;

export function BedTaken({ bed, on, isTonight, onChoose }: BedSheetProps) {
  const t = useText();
  const mayMove = useMay('stay.move');
  const [isMoving, setMoving] = useState(false);
  const { stay } = bed;
  if (stay === null) return null;
  const nights = t('house.nights', { count: stay.nights });
  return (
    <>
      <p className="told">{t('house.since', { date: shortDate(stay.from), nights })}</p>
      <div className="row wrap">
        <Link href={casePath(stay.of.caseFileId)}>{t('house.openFile')}</Link>
        <Link href={thingsOf(stay.of.caseFileId)}>{t('things.title')}</Link>
      </div>
      {mayMove && isTonight && (
        <>
          {isMoving ? (
            <Move stay={stay} on={on} onMoved={onChoose} />
          ) : (
            <Button variant="default" fullWidth onClick={() => setMoving(true)}>
              {t('house.move')}
            </Button>
          )}
          <Leaving stay={stay} on={on} />
          <Means stay={stay} />
        </>
      )}
    </>
  );
}

function Move({ stay, on, onMoved }: { stay: Stay; on: string; onMoved: (bedId: string) => void }) {
  const t = useText();
  const move = useWrite('stay.move');
  const [bedId, setBedId] = useState<string | null>(null);
  const choices = useRead('stay.choices', { caseFileId: stay.of.caseFileId, from: on, until: null });
  const choice = choices.value?.find((one) => one.bedId === bedId);
  const go = async ({ bedId: to, warnings }: BedChoice): Promise<void> => {
    const apartByWish = warnings.includes('FAMILY_APART');
    const result = await move.run({ stayId: stay.id, basedOn: stay.revision, bedId: to, apartByWish });
    if (result.ok) onMoved(to);
  };
  return (
    <div className="stack house-act">
      <Select
        label={t('house.moveTo')}
        data={(choices.value ?? []).map((one) => ({
          value: one.bedId,
          label: t('house.bed', { code: one.code, room: one.roomName }),
        }))}
        value={bedId}
        onChange={setBedId}
        data-autofocus
      />
      {choice && <RefusalWords refusal={choice.refusal} />}
      {choice && choice.refusal === null && <PlaceWarnings warnings={choice.warnings} />}
      {move.error && <ErrorSentence error={move.error} />}
      <Button
        fullWidth
        loading={move.isRunning}
        disabled={choice === undefined || choice.refusal !== null}
        onClick={() => choice && void go(choice)}
      >
        {t('house.moveGo')}
      </Button>
    </div>
  );
}

function Leaving({ stay, on }: { stay: Stay; on: string }) {
  const t = useText();
  const end = useWrite('stay.end');
  const [isAsking, setAsking] = useState(false);
  const go = async (): Promise<void> => {
    if ((await end.run({ stayId: stay.id, basedOn: stay.revision, leftOn: on })).ok) setAsking(false);
  };
  return (
    <>
      <Button variant="default" fullWidth onClick={() => setAsking(true)}>
        {t('house.leaving')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        question={t('house.leavingAsk', { name: stay.of.nameUsed })}
        cancel={t('house.leavingNo')}
        confirm={t('house.leaving')}
        isRunning={end.isRunning}
        onCancel={() => setAsking(false)}
        onConfirm={() => void go()}
      >
        <p>{t('house.leavingSays')}</p>
        {end.error && <ErrorSentence error={end.error} />}
      </ConfirmDialog>
    </>
  );
}

function Means({ stay }: { stay: Stay }) {
  const t = useText();
  const plan = useWrite('stay.plan');
  const [until, setUntil] = useState(stay.until ?? '');
  const isNew = until !== (stay.until ?? '');
  return (
    <div className="stack house-act">
      <DayField label={t('house.means')} value={until} onValue={setUntil} />
      {plan.error && <ErrorSentence error={plan.error} />}
      {isNew && (
        <Button
          variant="default"
          loading={plan.isRunning}
          onClick={() => void plan.run({ stayId: stay.id, basedOn: stay.revision, until: until === '' ? null : until })}
        >
          {t('house.meansKeep')}
        </Button>
      )}
    </div>
  );
}
