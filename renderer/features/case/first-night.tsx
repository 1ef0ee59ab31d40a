// The first night: eight things, one touch each. What is left alone was not asked; what is not wanted stays so and never nags.
import { SegmentedControl } from '@mantine/core';
import type { CaseFileId } from '#shared/ids';
import type { NeedChange, StoredNeed } from '#shared/records/need';
import { needCode, type NeedCode, type Urgency } from '#shared/records/need-codes';
import { isOpenNeed } from '#shared/records/need-rules';
import { useWrite } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Rows, Sheet } from '../../ui/sheet.tsx';

/** interface.md F8, in the order in which a tired person is asked. */
const tiles = [
  'PAIN_OR_INJURY',
  'SAFE_BED_TONIGHT',
  'FOOD_AND_WATER',
  'CLOTHING_AND_HYGIENE',
  'REST_AND_PRIVACY',
  'PHONE_OR_SAFE_DEVICE',
  'INTERPRETER',
  'CHILDCARE',
] as const satisfies readonly NeedCode[];
type Tile = (typeof tiles)[number];

const choices = ['NOW', 'LATER', 'NO'] as const;
type Choice = (typeof choices)[number];
/** Now is today; later is within the week, and can be set nearer in the list. */
const urgencyOf: Record<Choice, Urgency> = { NOW: 'U1', LATER: 'U3', NO: 'U3' };

/** What the needs of the case say about one; null when nobody asked yet, or when it is settled another way. */
function chosen(need: StoredNeed | undefined): Choice | null {
  if (need === undefined) return null;
  if (need.status === 'DECLINED') return 'NO';
  if (!isOpenNeed(need.status)) return null;
  return need.urgency === 'U0' || need.urgency === 'U1' ? 'NOW' : 'LATER';
}

/** An open one counts before a settled one, a newer settled one before an older. */
const needOf = (needs: readonly StoredNeed[], tile: Tile): StoredNeed | undefined => {
  const those = needs.filter(({ code }) => code === tile);
  return those.find(({ status }) => isOpenNeed(status)) ?? those.toSorted((a, b) => b.identifiedAt - a.identifiedAt)[0];
};

interface FirstNightProps {
  readonly caseFileId: CaseFileId;
  readonly needs: readonly StoredNeed[];
}

export function FirstNight({ caseFileId, needs }: FirstNightProps) {
  const t = useText();
  const add = useWrite('need.add');
  const change = useWrite('need.change');
  const isRunning = add.isRunning || change.isRunning;
  const error = add.error ?? change.error;
  const put = ({ id, revision }: StoredNeed, changed: NeedChange) =>
    change.run({ needId: id, basedOn: revision, change: changed });
  const begin = async (tile: Tile, choice: Choice): Promise<void> => {
    const domain = needCode(tile)?.domain ?? 'PRACTICAL';
    const words = { domain, code: tile, title: t(`needs.code.${tile}`), source: 'EXPRESSED' } as const;
    const added = await add.run({ caseFileId, ...words, urgency: urgencyOf[choice] });
    if (added.ok && choice === 'NO') void put(added.value, { status: 'DECLINED' });
  };
  const choose = (tile: Tile, choice: Choice): void => {
    const need = needOf(needs, tile);
    if (need === undefined || chosen(need) === null) void begin(tile, choice);
    else if (choice === 'NO') void put(need, { status: 'DECLINED' });
    else if (isOpenNeed(need.status)) void put(need, { urgency: urgencyOf[choice] });
    else void put(need, { status: 'CHECKED_WITH_SURVIVOR', urgency: urgencyOf[choice] });
  };
  return (
    <Sheet flush title={t('needs.firstNight')}>
      <p className="dim first-night-lead">{t('needs.firstNightLead')}</p>
      {error && <ErrorSentence error={error} />}
      <Rows>
        {tiles.map((tile) => (
          <li key={tile}>
            <span className="grow" id={`first-night-${tile}`}>
              {t(`needs.tile.${tile}`)}
            </span>
            <SegmentedControl
              aria-labelledby={`first-night-${tile}`}
              size="xs"
              disabled={isRunning}
              value={chosen(needOf(needs, tile)) ?? ''}
              data={choices.map((value) => ({ value, label: t(`needs.choice.${value}`) }))}
              onChange={(value) => {
                const choice = choices.find((one) => one === value);
                if (choice) choose(tile, choice);
              }}
            />
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}
