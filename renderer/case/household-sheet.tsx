// Family here: who belongs together, each with a case of their own. Hidden as soon as one of the two people asks for it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import type { ShownLink } from '#shared/records/household-link';
import { useRead, useWrite } from '../api/use-vault.ts';
import type { Pronouns } from '../pronouns.ts';
import { useMay } from '../session/use-may.ts';
import { useText } from '../text.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { Alias } from '../ui/hers.tsx';
import { EmptyState, Rows, Sheet } from '../ui/sheet.tsx';
import { Note } from '../ui/status-words.tsx';
import { casePath } from './case-tabs.ts';
import { HouseholdForm } from './household-form.tsx';
import './team.css';

interface HouseholdSheetProps {
  readonly caseFileId: CaseFileId;
  readonly pronouns: Pronouns;
}

export function HouseholdSheet({ caseFileId, pronouns }: HouseholdSheetProps) {
  const t = useText();
  const links = useRead('householdLink.list', { caseFileId });
  const mayAdd = useMay('householdLink.add');
  const [isAdding, setAdding] = useState(false);
  const [ending, setEnding] = useState<ShownLink | null>(null);
  return (
    <Sheet flush title={t('household.title')}>
      {links.error && <ErrorSentence error={links.error} />}
      {links.value?.length === 0 && <EmptyState>{t('household.none', pronouns)}</EmptyState>}
      {links.value && links.value.length > 0 && (
        <Rows label={t('household.title')}>
          {links.value.map((link) => (
            <LinkRow
              key={link.id}
              caseFileId={caseFileId}
              pronouns={pronouns}
              link={link}
              onEnd={() => setEnding(link)}
            />
          ))}
        </Rows>
      )}
      {links.value && links.value.length > 0 && <p className="rows-more small dim">{t('household.says')}</p>}
      {mayAdd && isAdding && (
        <HouseholdForm caseFileId={caseFileId} pronouns={pronouns} onDone={() => setAdding(false)} />
      )}
      {mayAdd && !isAdding && (
        <div className="rows-more">
          <Button size="compact-md" variant="default" onClick={() => setAdding(true)}>
            {t('household.add')}
          </Button>
        </div>
      )}
      {ending && <EndDialog caseFileId={caseFileId} link={ending} onClose={() => setEnding(null)} />}
    </Sheet>
  );
}

interface LinkRowProps extends HouseholdSheetProps {
  readonly link: ShownLink;
  readonly onEnd: () => void;
}

function LinkRow({ caseFileId, pronouns, link, onEnd }: LinkRowProps) {
  const t = useText();
  const mayChange = useMay('householdLink.hide');
  const hide = useWrite('householdLink.hide');
  const { id, revision: basedOn, kinship, to, hiddenHere } = link;
  const who = t(`household.kinship.${kinship}`, pronouns);
  const turn = (): void => void hide.run({ caseFileId, id, basedOn, hidden: !hiddenHere });
  return (
    <li className="wrap">
      <span className="grow team-member">
        <b>{who}</b>
        {to === null ? (
          <span className="small dim">{t('household.closed')}</span>
        ) : (
          <Link href={casePath(to.caseFileId)}>
            <Alias caseFileId={to.caseFileId} alias={to.nameUsed} caseNumber={to.caseNumber} size={20} />
          </Link>
        )}
        {hiddenHere && <Note>{t('household.hidden', pronouns)}</Note>}
        {hide.error && <ErrorSentence error={hide.error} />}
      </span>
      {mayChange && (
        <span className="row wrap">
          <Button
            size="compact-md"
            variant="default"
            aria-label={t(hiddenHere ? 'household.showOf' : 'household.hideOf', { ...pronouns, who })}
            loading={hide.isRunning}
            onClick={turn}
          >
            {t(hiddenHere ? 'household.show' : 'household.hide', pronouns)}
          </Button>
          <Button size="compact-md" variant="default" aria-label={t('household.endOf', { who })} onClick={onEnd}>
            {t('household.end')}
          </Button>
        </span>
      )}
    </li>
  );
}

function EndDialog({ caseFileId, link, onClose }: { caseFileId: CaseFileId; link: ShownLink; onClose: () => void }) {
  const t = useText();
  const end = useWrite('householdLink.end');
  const confirm = async (): Promise<void> => {
    if ((await end.run({ caseFileId, id: link.id, basedOn: link.revision })).ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      question={t('household.endAsk')}
      cancel={t('household.endKeep')}
      confirm={t('household.end')}
      isRunning={end.isRunning}
      onCancel={onClose}
      onConfirm={() => void confirm()}
    >
      <p>{t('household.endSays')}</p>
      {end.error && <ErrorSentence error={end.error} />}
    </ConfirmDialog>
  );
}
