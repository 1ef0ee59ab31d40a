// Needs of one case: what is open, in the order that helps, a short form for another one, and the list on paper.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import type { StoredCaseFile } from '#shared/records/case-file';
import { isHere } from '#shared/records/case-status';
import { isOpenNeed } from '#shared/records/need-rules';
import { useRead } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { casePath } from '../../case/case-tabs.ts';
import { now } from '../../clock.ts';
import { dateOf, daysBetween } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import type { PageProps } from '../../route.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconPrint } from '../../ui/icons.ts';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { AddNeed } from './add-need.tsx';
import { FirstNight } from './first-night.tsx';
import { NeedRows } from './need-rows.tsx';
import './case-page.css';

export function NeedsPage({ params }: PageProps) {
  const mayAdd = useMay('need.add');
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  return (
    <CaseFrame caseFileId={caseFileId} part="/needs">
      {(caseFile, pronouns) => (
        <div className="two-columns">
          <NeedsOfCase caseFile={caseFile} pronouns={pronouns} />
          {mayAdd && <AddNeed caseFileId={caseFileId} pronouns={pronouns} />}
        </div>
      )}
    </CaseFrame>
  );
}

/** Days after the first knock on which the eight things of the first night are offered. */
const FIRST_DAYS = 3;

function NeedsOfCase({ caseFile, pronouns }: { caseFile: StoredCaseFile; pronouns: Pronouns }) {
  const t = useText();
  const caseFileId = caseFile.id;
  const mayAdd = useMay('need.add');
  const isNew = daysBetween(caseFile.openedOn, dateOf(now())) <= FIRST_DAYS && isHere(caseFile.status);
  const mayPrint = useMay('printLog.add');
  const [showsSettled, setShowsSettled] = useState(false);
  const list = useRead('need.list', { caseFileId, show: 'all' });
  if (list.error) return <ErrorSentence error={list.error} />;
  const open = list.value?.filter((need) => isOpenNeed(need.status)) ?? [];
  const settled = list.value?.filter((need) => !isOpenNeed(need.status)) ?? [];
  return (
    <div className="stack">
      {isNew && mayAdd && list.value && <FirstNight caseFileId={caseFileId} needs={list.value} />}
      <Sheet flush title={t('needs.title')} end={t('needs.openIn', { count: open.length })}>
        {open.length === 0 ? (
          <EmptyState>{t('needs.noneHere', pronouns)}</EmptyState>
        ) : (
          <NeedRows needs={open} pronouns={pronouns} />
        )}
        {mayPrint && open.length > 0 && (
          <p className="rows-more">
            <Button
              component={Link}
              href={casePath(caseFileId, '/prints/NEEDS_LIST')}
              size="compact-md"
              variant="subtle"
              leftSection={<IconPrint size={17} aria-hidden />}
            >
              {t('needs.print')}
            </Button>
          </p>
        )}
      </Sheet>
      {settled.length > 0 && (
        <Sheet
          flush
          title={t('needs.settled')}
          end={
            <Button
              size="compact-sm"
              variant="subtle"
              aria-expanded={showsSettled}
              onClick={() => setShowsSettled(!showsSettled)}
            >
              {showsSettled ? t('needs.hideSettled') : t('needs.showSettled')}
            </Button>
          }
        >
          {showsSettled && (
            <Rows tight>
              {settled.map((need) => (
                <li key={need.id}>
                  <span className="grow" dir="auto">
                    {need.title}
                  </span>
                  <span className="small dim">{t(`needs.status.${need.status}`)}</span>
                </li>
              ))}
            </Rows>
          )}
        </Sheet>
      )}
    </div>
  );
}
