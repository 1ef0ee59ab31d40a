// What everybody in a group agrees on, on paper. No name and no place is on it, so it passes no gate and stands in no log.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useRead } from '../../api/use-vault.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconPrint } from '../../ui/icons.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Paper } from '../../ui/paper.tsx';
import './groups.css';

const LINES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

export function AgreementPage({ params }: PageProps) {
  const t = useText();
  const groupId = params['groupId'] ?? '';
  const list = useRead('peerGroup.list', {});
  const group = list.value?.find(({ id }) => id === groupId);
  const lines = LINES.map((id) => ({ id, words: t(`groups.paperLines.${id}`), hers: false }));
  const own = (group?.agreements ?? '')
    .split('\n')
    .map((words, at) => ({ id: String(at), words: words.trim(), hers: false }))
    .filter(({ words }) => words !== '');
  return (
    <>
      <PageHead
        title={t('groups.paper')}
        fact={t('groups.paperFact')}
        actions={
          <Button leftSection={<IconPrint size={18} aria-hidden />} onClick={() => window.print()}>
            {t('groups.paperPrint')}
          </Button>
        }
      />
      <p className="group-back no-print">
        <Link href={group === undefined ? '/groups' : `/groups/${groupId}`}>{group?.name ?? t('groups.toGroups')}</Link>
      </p>
      {list.error && <ErrorSentence error={list.error} />}
      <Paper
        sections={[
          { id: 'all', title: t('groups.paperTitle'), lines },
          ...(own.length > 0 ? [{ id: 'own', title: t('groups.paperOwn'), lines: own }] : []),
        ]}
        name={null}
        size="large"
        withPictures={false}
        end={<p className="letter-sign">{t('groups.paperMark')}</p>}
        foot={t('groups.paperFoot')}
      />
    </>
  );
}
