// Staff and volunteers. A director sees everyone, everybody else what they have done themselves.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useRead } from '../../api/use-vault.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { GateSheet } from './gate-sheet.tsx';
import { OwnTraining } from './own-training.tsx';
import { PeopleSheet } from './people-sheet.tsx';
import { TrainingTable } from './training-table.tsx';
import './team.css';

export const TeamPage = () => (useMay('training.matrix') ? <Everyone /> : <OwnTraining />);

function Everyone() {
  const t = useText();
  const found = useRead('training.matrix', {});
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  const { rows, percent, current, required } = found.value;
  return (
    <>
      <PageHead
        title={t('team.title')}
        fact={percent === null ? t('team.factNothing') : t('team.fact', { current, required, percent })}
        actions={
          <>
            <Button component={Link} href="/team/paper" variant="default">
              {t('prints.toPaper')}
            </Button>
            <Button component={Link} href="/team/courses" variant="default">
              {t('team.toCourses')}
            </Button>
          </>
        }
      />
      <div className="stack">
        <TrainingTable matrix={found.value} />
        <div className="team-below">
          <PeopleSheet rows={rows} />
          <GateSheet />
        </div>
      </div>
    </>
  );
}
