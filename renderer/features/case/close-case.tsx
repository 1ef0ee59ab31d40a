// Closing a case, and opening it again. Closing erases nothing, and there is no reason that blames.
import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { StoredCaseFile } from '#shared/records/case-file';
import { ClosingReason, isOpen } from '#shared/records/case-status';
import { useWrite } from '../../api/use-vault.ts';
import { fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';

export function CloseCase({ caseFile }: { caseFile: StoredCaseFile }) {
  const t = useText();
  const close = useWrite('caseFile.close');
  const reopen = useWrite('caseFile.reopen');
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState<ClosingReason>('MOVED_ON_BY_CHOICE');
  const confirm = async (): Promise<void> => {
    const result = await close.run({ caseFileId: caseFile.id, reason });
    if (result.ok) setAsking(false);
  };
  return (
    <Sheet
      title={t(`cases.status.${caseFile.status}`)}
      {...(caseFile.closing ? { end: fullDate(caseFile.closing.on) } : {})}
    >
      {(close.error ?? reopen.error) && <ErrorSentence error={(close.error ?? reopen.error)!} />}
      {isOpen(caseFile.status) ? (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('cases.closeCase')}
        </Button>
      ) : (
        <Button
          variant="default"
          loading={reopen.isRunning}
          onClick={() => void reopen.run({ caseFileId: caseFile.id })}
        >
          {t('cases.reopen')}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        question={t('cases.closeAsk')}
        cancel={t('cases.closeCancel')}
        confirm={t('cases.closeCase')}
        isRunning={close.isRunning}
        onCancel={() => setAsking(false)}
        onConfirm={() => void confirm()}
      >
        <p>{t('cases.closeSays')}</p>
        <Select
          label={t('cases.closeWhy')}
          allowDeselect={false}
          data={ClosingReason.options.map((value) => ({ value, label: t(`cases.reason.${value}`) }))}
          value={reason}
          onChange={(value) => setReason(value ?? 'UNKNOWN')}
        />
      </ConfirmDialog>
    </Sheet>
  );
}
