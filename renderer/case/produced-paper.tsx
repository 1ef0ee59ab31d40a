// What a court ordered, as it will be printed; and the second person's look at it, line by line, before anything leaves.
import { Button } from '@mantine/core';
import type { CaseFileId } from '#shared/ids';
import type { Response } from '#shared/contract/operation';
import type { legalRequestOperations, Producible } from '#shared/records/legal-request';
import { useRead, useWrite } from '../api/use-vault.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { Paper } from '../ui/paper.tsx';
import { Sheet } from '../ui/sheet.tsx';

interface PaperProps extends Pick<Producible, 'sections'> {
  /** Ids of the lines that are left out. */
  readonly out: ReadonlySet<string>;
}

export const ProducedPaper = ({ sections, out }: PaperProps) => (
  <Paper
    sections={sections.map(({ title, lines }, at) => ({
      id: `${title}${at}`,
      title,
      lines: lines
        .filter(({ id }) => !out.has(id))
        .map(({ id, label, value, hers }) => ({ id, words: value, hers: hers === true, note: label })),
    }))}
    name={null}
    size="normal"
    withPictures={false}
    foot=""
  />
);

/** Nothing, unless something waits for a second person. */
export function ToApprove({ caseFileId }: { caseFileId: CaseFileId }) {
  const waiting = useRead('legalRequest.toApprove', { caseFileId });
  return waiting.value?.map((one) => <OneToApprove key={one.requestId} waiting={one} />);
}

type Waiting = Response<(typeof legalRequestOperations)['toApprove']>[number];

function OneToApprove({ waiting: { requestId, basedOn, production, by } }: { waiting: Waiting }) {
  const t = useText();
  const { categories, from, to, masks } = production;
  const found = useRead('legalRequest.producible', { requestId, categories, from, to });
  const approve = useWrite('legalRequest.approve');
  const out = new Set(masks.map(({ lineId }) => lineId));
  return (
    <Sheet title={t('outside.toApprove')} end={by && t('outside.preparedBy', { name: by.name })}>
      <div className="stack">
        {found.error && <ErrorSentence error={found.error} />}
        {found.value && <ProducedPaper sections={found.value.sections} out={out} />}
        {approve.error && <ErrorSentence error={approve.error} />}
        <div>
          <Button
            variant="default"
            loading={approve.isRunning}
            disabled={!found.value}
            onClick={() => void approve.run({ requestId, basedOn })}
          >
            {t('outside.approve')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
