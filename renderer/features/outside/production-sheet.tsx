// What a court ordered: only the ordered parts, what is about others left out, and a second person before it is printed.
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { StoredLegalRequest } from '#shared/records/legal-request';
import { prepareRefusal, produceRefusal } from '#shared/records/legal-request-rules';
import { ReleaseCategory } from '#shared/records/release-categories';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { ProducedPaper } from '../../case/produced-paper.tsx';
import { fullDate } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconPrint } from '../../ui/icons.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Ok, Waits } from '../../ui/status-words.tsx';

interface ProductionProps {
  readonly request: StoredLegalRequest;
}

export function ProductionSheet({ request }: ProductionProps) {
  const t = useText();
  const { production, preparedBy, approvedBy } = request;
  const canPrepare = prepareRefusal(request) === null;
  return (
    <div className="stack">
      <Sheet title={t('outside.production')}>
        <div className="stack">
          <p className="dim">{canPrepare ? t('outside.productionLead') : t('outside.productionNot')}</p>
          {production !== null && preparedBy && <p>{t('outside.preparedBy', { name: preparedBy.name })}</p>}
          {production !== null && approvedBy && <Ok>{t('outside.approvedBy', { name: approvedBy.name })}</Ok>}
          {production !== null && !approvedBy && <Waits>{t('outside.waitsSecond')}</Waits>}
          {production?.producedOn != null && (
            <Ok>{t('outside.produced', { date: fullDate(production.producedOn) })}</Ok>
          )}
          {canPrepare && <Prepare key={request.revision} request={request} />}
        </div>
      </Sheet>
      {(produceRefusal(request) === null || production?.producedOn != null) && <Produce request={request} />}
    </div>
  );
}

interface Ordered {
  readonly categories: readonly ReleaseCategory[];
  readonly from: string;
  readonly to: string;
}
const asRequest = ({ categories, from, to }: Ordered) => ({
  categories: [...categories],
  from: from === '' ? null : from,
  to: to === '' ? null : to,
});

function Prepare({ request }: ProductionProps) {
  const t = useText();
  const [ordered, setOrdered] = useState<Ordered>({ categories: [], from: '', to: '' });
  const [isShown, setShown] = useState(false);
  const order = (part: Partial<Ordered>): void => {
    setOrdered({ ...ordered, ...part });
    setShown(false);
  };
  return (
    <>
      <Checkbox.Group
        label={t('outside.parts')}
        value={[...ordered.categories]}
        onChange={(value) => order({ categories: ReleaseCategory.options.filter((one) => value.includes(one)) })}
      >
        <div className="outside-ticks">
          {ReleaseCategory.options.map((value) => (
            <Checkbox key={value} value={value} label={t(`sharing.category.${value}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <div className="row wrap">
        <DayField label={t('outside.from')} value={ordered.from} onValue={(from) => order({ from })} />
        <DayField label={t('outside.to')} value={ordered.to} onValue={(to) => order({ to })} />
      </div>
      {isShown ? (
        <Lines request={request} ordered={ordered} />
      ) : (
        <div>
          <Button variant="default" disabled={ordered.categories.length === 0} onClick={() => setShown(true)}>
            {t('outside.gather')}
          </Button>
        </div>
      )}
    </>
  );
}

function Lines({ request, ordered }: ProductionProps & { ordered: Ordered }) {
  const t = useText();
  const found = useRead('legalRequest.producible', { requestId: request.id, ...asRequest(ordered) });
  const prepare = useWrite('legalRequest.prepare');
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  const { sections, sha256 } = found.value;
  const turn = (id: string): void => {
    const next = new Set(out);
    if (!next.delete(id)) next.add(id);
    setOut(next);
  };
  const masks = [...out].map((lineId) => ({ lineId, reason: 'OTHER_PERSON' as const }));
  return (
    <>
      {sections.map(({ title, lines }, at) => (
        <fieldset key={`${title}${at}`} className="outside-group">
          <legend className="field-label">{title}</legend>
          {lines.map(({ id, label, value }) => (
            <Checkbox
              key={id}
              label={<span dir="auto">{value}</span>}
              description={label}
              checked={!out.has(id)}
              onChange={() => turn(id)}
            />
          ))}
        </fieldset>
      ))}
      {prepare.error && <ErrorSentence error={prepare.error} />}
      <div>
        <Button
          loading={prepare.isRunning}
          onClick={() =>
            void prepare.run({
              requestId: request.id,
              basedOn: request.revision,
              ...asRequest(ordered),
              masks,
              sha256,
            })
          }
        >
          {t('outside.prepare')}
        </Button>
      </div>
    </>
  );
}

/** What was approved, as it will be printed; the line in the log comes first. */
function Produce({ request }: ProductionProps) {
  const t = useText();
  const produce = useWrite('legalRequest.produce');
  const { production } = request;
  const wish = { categories: production?.categories ?? [], from: production?.from ?? null, to: production?.to ?? null };
  const found = useRead('legalRequest.producible', { requestId: request.id, ...wish });
  if (production === null || !found.value) return found.error ? <ErrorSentence error={found.error} /> : null;
  const out = new Set(production.masks.map(({ lineId }) => lineId));
  const print = async (): Promise<void> => {
    const kept = await produce.run({ requestId: request.id, basedOn: request.revision });
    if (kept.ok) window.print();
  };
  return (
    <>
      {produce.error && <ErrorSentence error={produce.error} />}
      {production.producedOn === null && (
        <div className="no-print">
          <Button
            leftSection={<IconPrint size={18} aria-hidden />}
            loading={produce.isRunning}
            onClick={() => void print()}
          >
            {t('outside.produce')}
          </Button>
        </div>
      )}
      <ProducedPaper sections={found.value.sections} out={out} />
    </>
  );
}
