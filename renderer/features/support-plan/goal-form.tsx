// One goal being written: new, more about a kept one, in other words, or let go for another. Advice stands beside it, quiet.
import { Button, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { RecordId } from '#shared/ids';
import { type Goal, type GoalDraft, GoalDomain } from '#shared/records/support-plan';
import { smartTicks, type SmartTicks } from '#shared/records/support-plan-rules';
import { DayField } from '../../forms/day-field.tsx';
import type { Pronouns } from '../../pronouns.ts';
import { useShortcut } from '../../shortcuts.ts';
import { useText } from '../../text.ts';
import { IconCheck, IconNotAsked } from '../../ui/icons.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { GoalWording } from './goal-wording.tsx';
import type { GoalInMaking, PageWriting } from './page-draft.ts';
import { goalFrom, type PlanActs, today } from './plan-acts.ts';

interface GoalFormProps {
  readonly making: GoalInMaking;
  /** The kept goal it is about. */
  readonly goal?: Goal | undefined;
  readonly writing: PageWriting;
  readonly acts: PlanActs;
  readonly pronouns: Pronouns;
}

export function GoalForm({ making, goal, writing, acts, pronouns }: GoalFormProps) {
  const t = useText();
  const put = (part: Partial<GoalInMaking>, at: string): void => writing.write({ goal: { ...making, ...part } }, at);
  const letsGo = making.act === 'DROPPED_BY_SURVIVOR';
  const isEmpty = making.words.trim() === '' && (making.act === 'add' || making.act === 'CHANGED');
  const send = (): Promise<boolean> => {
    if (goal === undefined) return acts.addGoal(making);
    if (making.act === 'edit') return acts.editGoal(goal, making);
    return acts.replaceGoal(goal, letsGo ? 'DROPPED_BY_SURVIVOR' : 'CHANGED', making);
  };
  const keep = async (): Promise<void> => {
    if (isEmpty || acts.isRunning) return;
    if (await send()) await writing.close('goal');
  };
  useShortcut('finish', () => void keep());
  const titles = {
    add: t('supportPlan.newGoal'),
    edit: t('supportPlan.editGoal'),
    CHANGED: t('supportPlan.herWay', pronouns),
    DROPPED_BY_SURVIVOR: t('supportPlan.letGo'),
  };
  const draft = goalFrom(making, making.act === 'edit' ? goal : undefined);
  return (
    <Sheet title={titles[making.act]}>
      <div className="stack">
        {goal && (
          <p>
            <GoalWording goal={goal} size="lg" />
          </p>
        )}
        {letsGo && <p className="dim">{t('supportPlan.letGoLead')}</p>}
        {making.act !== 'edit' && <GoalWords making={making} put={put} pronouns={pronouns} />}
        {!(letsGo && making.words.trim() === '') && (
          <>
            <Details making={making} put={put} />
            <Smart ticks={smartTicks(withIds(draft), today())} />
          </>
        )}
        <div className="row wrap">
          <Button variant="default" onClick={() => void writing.close('goal')}>
            {t('supportPlan.leaveGoal')}
          </Button>
          <Button loading={acts.isRunning} disabled={isEmpty} onClick={() => void keep()}>
            {letsGo ? t('supportPlan.letGo') : t('supportPlan.keepGoal')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

const noId = RecordId.parse('00000000-0000-7000-8000-000000000000');
/** The advice looks at words and dates only; a goal without an id is as good as one with. */
const withIds = (draft: GoalDraft): Goal => ({
  ...draft,
  id: draft.id ?? noId,
  steps: draft.steps.map((step) => ({ ...step, id: step.id ?? noId })),
});

interface FieldsProps {
  readonly making: GoalInMaking;
  readonly put: (part: Partial<GoalInMaking>, at: string) => void;
}

function GoalWords({ making, put, pronouns }: FieldsProps & { readonly pronouns: Pronouns }) {
  const t = useText();
  const byStaff = making.proposedBy === 'STAFF';
  const isInstead = making.act === 'DROPPED_BY_SURVIVOR';
  const label = isInstead ? t('supportPlan.insteadWords', pronouns) : t('supportPlan.goalWords', pronouns);
  return (
    <>
      <Textarea
        id="goal-words"
        className={byStaff ? '' : 'her-box'}
        label={byStaff ? t('supportPlan.goalWordsStaff') : label}
        description={isInstead ? t('supportPlan.insteadHint') : undefined}
        value={making.words}
        maxLength={1_000}
        onChange={(event) => put({ words: event.currentTarget.value }, 'goal-words')}
        autoFocus
        autosize
        minRows={1}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
      />
      {making.act === 'add' && (
        <div>
          <SegmentedControl
            aria-label={t('supportPlan.whose')}
            value={making.proposedBy}
            onChange={(value) => put({ proposedBy: value === 'STAFF' ? 'STAFF' : 'SURVIVOR' }, 'goal-words')}
            data={[
              { value: 'SURVIVOR', label: t('supportPlan.whoseHers', pronouns) },
              { value: 'STAFF', label: t('supportPlan.whoseStaff') },
            ]}
          />
        </div>
      )}
    </>
  );
}

function Details({ making, put }: FieldsProps) {
  const t = useText();
  const line = (name: 'why' | 'measure', id: string) => (
    <TextInput
      id={id}
      label={t(`supportPlan.${name}`)}
      value={making[name]}
      maxLength={2_000}
      onChange={(event) => put({ [name]: event.currentTarget.value }, id)}
      dir="auto"
      autoComplete="off"
      spellCheck={false}
    />
  );
  return (
    <div className="goal-details">
      <NativeSelect
        id="goal-domain"
        label={t('supportPlan.domain')}
        value={making.domain}
        data={GoalDomain.options.map((value) => ({ value, label: t(`supportPlan.domains.${value}`) }))}
        onChange={(event) => put({ domain: GoalDomain.parse(event.currentTarget.value) }, 'goal-domain')}
      />
      <DayField
        id="goal-date"
        label={t('supportPlan.targetDate')}
        value={making.targetDate}
        onValue={(targetDate) => put({ targetDate }, 'goal-date')}
      />
      <NativeSelect
        id="goal-weight"
        label={t('supportPlan.weight')}
        value={String(making.weight)}
        data={weights.map((value) => ({ value: String(value), label: t(`supportPlan.weights.w${value}`) }))}
        onChange={(event) => put({ weight: Number(event.currentTarget.value) }, 'goal-weight')}
      />
      {line('why', 'goal-why')}
      {line('measure', 'goal-measure')}
    </div>
  );
}

const weights = [1, 2, 3, 4, 5] as const;

const smartNames = ['specific', 'measurable', 'agreed', 'realistic', 'timeBound'] as const;

/** Advice, never a gate and never a number. */
function Smart({ ticks }: { ticks: SmartTicks }) {
  const t = useText();
  return (
    <div className="small dim">
      <p id="goal-advice">{t('supportPlan.smart')}</p>
      <ul className="smart" aria-labelledby="goal-advice">
        {smartNames.map((name) => (
          <li key={name}>
            {ticks[name] ? <IconCheck size={15} aria-hidden /> : <IconNotAsked size={13} aria-hidden />}
            <span>
              {t(`supportPlan.smartNames.${name}`)}
              <span className="vh">{`: ${ticks[name] ? t('supportPlan.has') : t('supportPlan.hasNot')}`}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
