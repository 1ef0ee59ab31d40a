// One sheet: the lines she wants on it on the left, the paper as it will come out on the right. It is written into the log
// first, then printed; a sheet that came out is always in the log.
import type { CaseFileId } from '#shared/ids';
import { nameToSay } from '#shared/records/names';
import { OWN_SHEETS } from '#shared/records/print-log';
import { useRead } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { disclosureLog, needsList, safetyCard, safetyPlan, supportPlan } from './compose.ts';
import { OwnCopySheet } from './own-copy-sheet.tsx';
import { PrepareSheet } from './prepare-sheet.tsx';
import { SealedSheet } from './sealed-sheet.tsx';
import type { SheetProps } from './sheet-content.ts';
import './prints.css';

export function SheetPage({ params }: PageProps) {
  const t = useText();
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const sheet = OWN_SHEETS.find((one) => one === params['sheet']) ?? 'NEEDS_LIST';
  const Content = contents[sheet];
  return (
    <CaseFrame caseFileId={caseFileId} task={t(`prints.sheet.${sheet}`)}>
      {(caseFile) => <Content caseFileId={caseFileId} sheet={sheet} nameUsed={nameToSay(caseFile)} />}
    </CaseFrame>
  );
}

function NeedsSheet(props: SheetProps) {
  const t = useText();
  const found = useRead('need.list', { caseFileId: props.caseFileId, show: 'open' });
  if (found.error) return <ErrorSentence error={found.error} />;
  return found.value ? <PrepareSheet {...props} sections={needsList(found.value, t)} /> : null;
}

function SafetySheet(props: SheetProps) {
  const found = useRead('safetyPlan.get', { caseFileId: props.caseFileId });
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  const { plan } = found.value;
  const compose = props.sheet === 'SAFETY_CARD' ? safetyCard : safetyPlan;
  return <PrepareSheet {...props} sections={plan === null ? [] : compose(plan)} />;
}

function SupportSheet(props: SheetProps) {
  const t = useText();
  const found = useRead('supportPlan.get', { caseFileId: props.caseFileId });
  if (found.error) return <ErrorSentence error={found.error} />;
  if (found.value === undefined) return null;
  return <PrepareSheet {...props} sections={found.value === null ? [] : supportPlan(found.value, t)} />;
}

function LogSheet(props: SheetProps) {
  const t = useText();
  const found = useRead('disclosureLog.list', { caseFileId: props.caseFileId });
  if (found.error) return <ErrorSentence error={found.error} />;
  return found.value ? <PrepareSheet {...props} sections={disclosureLog(found.value, t)} /> : null;
}

const contents = {
  NEEDS_LIST: NeedsSheet,
  SAFETY_CARD: SafetySheet,
  SAFETY_PICTURES: SafetySheet,
  SAFETY_PLAN: SafetySheet,
  SUPPORT_PLAN: SupportSheet,
  SEALED_WORDS: SealedSheet,
  OWN_COPY: OwnCopySheet,
  DISCLOSURE_LOG: LogSheet,
} as const;
