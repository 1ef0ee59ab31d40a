// What is looked at before somebody goes. Done, not needed, later with a word of why: all three have the same weight.
import { SegmentedControl, TextInput } from '@mantine/core';
import { Link } from 'wouter';
import { ExitItem, type ExitTick } from '#shared/records/case-exit';
import { useRead } from '../../api/use-vault.ts';
import { casePath } from '../../case/case-tabs.ts';
import { fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import type { StepProps } from './step.ts';
import { StepFoot } from './step-foot.tsx';
import { StillKept } from './still-kept.tsx';

export function ChecklistStep({ caseFileId, exit, onWrite, onStep, isRunning }: StepProps) {
  const t = useText();
  const tick = (item: ExitItem, value: ExitTick): void =>
    onWrite({ checklist: { ...exit.checklist, [item]: value } }, `exit-${item}`);
  return (
    <Sheet flush title={t('exit.stepList')}>
      <p className="dim exit-lead">{t('exit.listLead')}</p>
      <Rows>
        {ExitItem.options.map((item) => (
          <li key={item}>
            <div className="grow">
              <span id={`exit-item-${item}`}>{t(`exit.item.${item}`)}</span>
              {item === 'BELONGINGS' && <StillKept caseFileId={caseFileId} />}
              {item === 'SEALED_PURGE_SET' && <WhenReachGoes exit={exit} />}
              {item === 'SAFETY_PLAN' && (
                <Link className="small exit-link" href={casePath(caseFileId, '/safety-plan')}>
                  {t('exit.toSafetyPlan')}
                </Link>
              )}
              {item === 'REFERRALS' && <OpenReferrals caseFileId={caseFileId} />}
              {item === 'RELEASES' && (
                <Link className="small exit-link" href={casePath(caseFileId, '/consents')}>
                  {t('exit.toConsents')}
                </Link>
              )}
            </div>
            <Tick item={item} tick={exit.checklist[item]} onTick={(value) => tick(item, value)} />
          </li>
        ))}
      </Rows>
      <div className="exit-lead">
        <StepFoot onStep={onStep} isRunning={isRunning} />
      </div>
    </Sheet>
  );
}

/** By the rule of this house, so that it can be said before she goes (domain §16). */
function WhenReachGoes({ exit: { followUp } }: Pick<StepProps, 'exit'>) {
  const t = useText();
  const until = followUp.answer === 'YES' ? followUp.until : null;
  return (
    <span className="small dim exit-link">
      {until === null ? t('exit.reachGoes') : t('exit.reachGoesAfter', { date: fullDate(until) })}
    </span>
  );
}

/** How many still wait for something. None is said in no words: the line is then only looked at. */
function OpenReferrals({ caseFileId }: Pick<StepProps, 'caseFileId'>) {
  const t = useText();
  const found = useRead('referral.list', { caseFileId });
  const open = (found.value ?? []).filter(({ isOpen }) => isOpen).length;
  return (
    <Link className="small exit-link" href={casePath(caseFileId, '/referrals')}>
      {open === 0 ? t('exit.toReferrals') : t('exit.openReferrals', { count: open })}
    </Link>
  );
}

interface TickProps {
  readonly item: ExitItem;
  readonly tick: ExitTick | undefined;
  readonly onTick: (tick: ExitTick) => void;
}

const states = ['DONE', 'NOT_NEEDED', 'LATER'] as const;

function Tick({ item, tick, onTick }: TickProps) {
  const t = useText();
  const words = { DONE: t('exit.done'), NOT_NEEDED: t('exit.notNeeded'), LATER: t('exit.later') };
  return (
    <div className="exit-tick">
      <SegmentedControl
        aria-labelledby={`exit-item-${item}`}
        size="xs"
        value={tick?.state ?? ''}
        data={states.map((value) => ({ value, label: words[value] }))}
        onChange={(value) => {
          const state = states.find((one) => one === value);
          if (state) onTick({ state, why: tick?.why ?? '' });
        }}
      />
      {tick?.state === 'LATER' && (
        <TextInput
          id={`exit-${item}`}
          size="xs"
          aria-label={`${t('exit.why')}: ${t(`exit.item.${item}`)}`}
          placeholder={t('exit.why')}
          maxLength={300}
          dir="auto"
          value={tick.why}
          onChange={(event) => onTick({ state: 'LATER', why: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
