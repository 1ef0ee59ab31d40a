// Somebody's own copy: every line read through, what is left out with its reason, and how it is given. It is written into the log
// before it leaves, and ends the request.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CopyScope, Mask, MaskReason, OwnRecord } from '#shared/records/own-copy';
import type { StoredRightsRequest } from '#shared/records/rights-request';
import { useRead } from '../../api/use-vault.ts';
import { casePath } from '../../case/case-tabs.ts';
import { dayAndTime } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { GiveCopy } from './give-copy.tsx';
import { MaskLines } from './mask-lines.tsx';
import { Paper } from '../../ui/paper.tsx';
import type { SheetProps, SheetSection } from './sheet-content.ts';

export function OwnCopySheet(props: SheetProps) {
  const t = useText();
  const found = useRead('rightsRequest.list', { caseFileId: props.caseFileId });
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  const asked = found.value.requests.filter(isForCopy);
  const ready = asked.find(({ identity }) => identity !== null);
  if (ready !== undefined) return <Copy {...props} request={ready} />;
  return (
    <Sheet>
      <EmptyState
        action={
          <Button component={Link} href={casePath(props.caseFileId, '/rights')}>
            {t('prints.copyToRights')}
          </Button>
        }
      >
        {asked.length === 0 ? t('prints.copyFirst') : t('prints.copyIdentity')}
      </EmptyState>
    </Sheet>
  );
}

/** Open, or answered with a yes: then it can be given once more, on paper after the stick. */
const isForCopy = ({ kind, outcome }: StoredRightsRequest): boolean =>
  ['ACCESS', 'COPY', 'PORTABILITY'].includes(kind) &&
  (outcome === null || outcome.end === 'DONE' || outcome.end === 'PARTLY');

/** What is left out until somebody says that it may be given. */
const suggestedMasks = ({ sections }: OwnRecord): ReadonlyMap<string, MaskReason> =>
  new Map(
    sections
      .flatMap(({ lines }) => lines)
      .flatMap(({ id, suggested }) => (suggested === undefined ? [] : [[id, suggested] as const])),
  );

type CopyProps = SheetProps & { readonly request: StoredRightsRequest };

function Copy({ request, ...props }: CopyProps) {
  const scope: CopyScope = request.kind === 'PORTABILITY' ? 'GIVEN' : 'WHOLE';
  const record = useRead('ownCopy.read', { caseFileId: props.caseFileId, scope });
  const [chosen, setMasks] = useState<ReadonlyMap<string, MaskReason> | null>(null);
  const t = useText();
  if (record.error) return <ErrorSentence error={record.error} />;
  if (!record.value) return null;
  const { sections, omissions, sha256 } = record.value;
  const masks = chosen ?? suggestedMasks(record.value);
  if (sections.length === 0) return <EmptyState>{t('prints.nothing.OWN_COPY')}</EmptyState>;
  const given: Mask[] = [...masks].map(([lineId, reason]) => ({ lineId, reason }));
  return (
    <div className="prepare">
      <div className="stack no-print">
        <MaskLines sections={sections} masks={masks} onMasks={setMasks} />
        <Sheet title={t('prints.copyApart')}>
          <ul className="copy-apart">
            {omissions.map(({ what }) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </Sheet>
        <GiveCopy caseFileId={props.caseFileId} requestId={request.id} sha256={sha256} masks={given} />
        <GivenBefore caseFileId={props.caseFileId} />
      </div>
      <Paper
        sections={onPaper(record.value, masks, t)}
        name={null}
        size="normal"
        withPictures={false}
        foot={t('prints.copyFoot')}
      />
    </div>
  );
}

/** A line that is left out stays as its reason, so that she can ask about it. */
const onPaper = (
  { sections }: OwnRecord,
  masks: ReadonlyMap<string, MaskReason>,
  t: ReturnType<typeof useText>,
): SheetSection[] =>
  sections.map(({ title, lines }) => ({
    id: title,
    title,
    lines: lines.map(({ id, label, value, hers }) => {
      const reason = masks.get(id);
      const words =
        reason === undefined ? value : t('prints.copyLeftOut', { reason: t(`prints.copyReason.${reason}`) });
      return { id, words, hers: hers === true && reason === undefined, note: label };
    }),
  }));

function GivenBefore({ caseFileId }: Pick<SheetProps, 'caseFileId'>) {
  const t = useText();
  const list = useRead('ownCopy.list', { caseFileId });
  if (!list.value || list.value.length === 0) return null;
  return (
    <Sheet flush title={t('prints.copyGivenBefore')}>
      <Rows tight>
        {list.value.map(({ id, savedAt, way, masked }) => (
          <li key={id}>
            <span className="grow">
              {t('prints.copyGivenLine', { date: dayAndTime(savedAt), way: t(`prints.copyWays.${way}`) })}
            </span>
            {masked.length > 0 && <span className="small dim">{t('prints.copyMasked', { count: masked.length })}</span>}
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}
