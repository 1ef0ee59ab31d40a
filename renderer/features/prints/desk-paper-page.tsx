// Papers for the desk: what to say at the door, what to do when a paper comes or a stick is lost. No name and no place is on them, so
// they pass no gate and stand in no log.
import { Button } from '@mantine/core';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { IconPrint } from '../../ui/icons.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Paper } from '../../ui/paper.tsx';

const PAPERS = ['DESK_SCRIPT', 'LEGAL_STEPS', 'REPORT_WORKSHEET', 'LOST_MEDIA'] as const;
const LINES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

export function DeskPaperPage({ params }: PageProps) {
  const t = useText();
  const paper = PAPERS.find((one) => one === params['paper']) ?? 'DESK_SCRIPT';
  const lines = LINES.map((at) => ({ id: at, words: t(`outside.paperLines.${paper}.${at}`), hers: false }));
  return (
    <>
      <PageHead
        title={t(`outside.paper.${paper}`)}
        actions={
          <Button leftSection={<IconPrint size={18} aria-hidden />} onClick={() => window.print()}>
            {t('outside.paperPrint')}
          </Button>
        }
      />
      <Paper
        sections={[{ id: paper, title: t(`outside.paper.${paper}`), lines }]}
        name={null}
        size="large"
        withPictures={false}
        foot=""
      />
    </>
  );
}
