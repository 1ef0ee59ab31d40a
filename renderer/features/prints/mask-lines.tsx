// Every line of the record, part by part, each with a way to leave it out and why. A part is folded until it is looked at.
import { NativeSelect } from '@mantine/core';
import { MaskReason, type OwnLine, type OwnSection } from '#shared/records/own-copy';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Hers } from '../../ui/hers.tsx';
import './own-copy.css';

type Masks = ReadonlyMap<string, MaskReason>;

interface MaskProps {
  readonly sections: readonly OwnSection[];
  readonly masks: Masks;
  readonly onMasks: (masks: Masks) => void;
}

export function MaskLines({ sections, masks, onMasks }: MaskProps) {
  const t = useText();
  const mask = (id: string, reason: MaskReason | null): void => {
    const next = new Map(masks);
    if (reason === null) next.delete(id);
    else next.set(id, reason);
    onMasks(next);
  };
  return (
    <Sheet title={t('prints.copyLines')} end={masks.size > 0 && t('prints.copyMasked', { count: masks.size })}>
      <p className="dim lead">{t('prints.copyLinesLead')}</p>
      {sections.map(({ title, lines }, at) => (
        <details key={title} className="copy-part" open={at === 0}>
          <summary>
            {title} <span className="small dim">{t('prints.copyCount', { count: lines.length })}</span>
          </summary>
          <ul>
            {lines.map((line) => (
              <MaskLine
                key={line.id}
                line={line}
                reason={masks.get(line.id) ?? null}
                onReason={(reason) => mask(line.id, reason)}
              />
            ))}
          </ul>
        </details>
      ))}
    </Sheet>
  );
}

interface LineProps {
  readonly line: OwnLine;
  readonly reason: MaskReason | null;
  readonly onReason: (reason: MaskReason | null) => void;
}

function MaskLine({ line: { label, value, hers }, reason, onReason }: LineProps) {
  const t = useText();
  return (
    <li className={reason === null ? 'copy-line' : 'copy-line copy-line-out'}>
      <span className="grow" dir="auto">
        <span className="small dim">{label}</span>
        {hers ? <Hers>{value}</Hers> : <span>{value}</span>}
      </span>
      <NativeSelect
        size="sm"
        aria-label={t('prints.copyMask', { line: value.slice(0, 60) })}
        value={reason ?? ''}
        data={[
          { value: '', label: t('prints.copyStays') },
          ...MaskReason.options.map((one) => ({ value: one, label: t(`prints.copyReason.${one}`) })),
        ]}
        onChange={({ currentTarget }) =>
          onReason(
            MaskReason.nullable()
              .catch(null)
              .parse(currentTarget.value || null),
          )
        }
      />
    </li>
  );
}
