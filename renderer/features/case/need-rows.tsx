// Open needs of one case as rows: what, by when, and the one next thing to do. What was only noticed is asked first.
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import type { NeedStatus, StoredNeed } from '#shared/records/need';
import { waitsForHer } from '#shared/records/need-rules';
import { useWrite } from '../../api/use-vault.ts';
import { DueLine } from '../../case/need-words.tsx';
import { WindowLines } from '../../case/window-lines.tsx';
import type { Pronouns } from '../../pronouns.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconMore } from '../../ui/icons.ts';
import { Rows } from '../../ui/sheet.tsx';
import { Noticed } from '../../ui/status-words.tsx';
import { ChangeWindows } from './windows-field.tsx';

interface NeedRowsProps {
  readonly needs: readonly StoredNeed[];
  readonly pronouns: Pronouns;
}

export function NeedRows({ needs, pronouns }: NeedRowsProps) {
  const change = useWrite('need.change');
  const settle = (need: StoredNeed, status: NeedStatus): void =>
    void change.run({ needId: need.id, basedOn: need.revision, change: { status } });
  return (
    <>
      {change.error && <ErrorSentence error={change.error} />}
      <Rows>
        {needs.map((need) => (
          <NeedRow key={need.id} need={need} pronouns={pronouns} onSettle={(status) => settle(need, status)} />
        ))}
      </Rows>
    </>
  );
}

function NeedRow(props: ButtonsProps) {
  const { need, pronouns } = props;
  const t = useText();
  const maySettle = useMay('need.change');
  const [setsWindows, setSetsWindows] = useState(false);
  return (
    <>
      <li>
        <span className="grow need-words">
          <b dir="auto">{need.title}</b>
          {waitsForHer(need) ? <Noticed them={pronouns.them} /> : <DueLine {...need} />}
          {need.status === 'IN_PROGRESS' && <span className="small dim">{t('needs.status.IN_PROGRESS')}</span>}
          <WindowLines windows={need.windows} />
        </span>
        {maySettle && <NeedButtons {...props} onWindows={() => setSetsWindows(!setsWindows)} />}
      </li>
      {setsWindows && (
        <li>
          <ChangeWindows need={need} pronouns={pronouns} onDone={() => setSetsWindows(false)} />
        </li>
      )}
    </>
  );
}

const goesOn = ['IN_PROGRESS'] as const;
const ends = ['PARTLY_MET', 'UNMET_NO_SERVICE', 'DECLINED', 'NO_LONGER_NEEDED'] as const;

interface ButtonsProps {
  readonly need: StoredNeed;
  readonly pronouns: Pronouns;
  readonly onSettle: (status: NeedStatus) => void;
}

function NeedButtons({ need, pronouns, onSettle, onWindows }: ButtonsProps & { readonly onWindows: () => void }) {
  const t = useText();
  const words = {
    IN_PROGRESS: t('needs.begun'),
    PARTLY_MET: t('needs.partly'),
    UNMET_NO_SERVICE: t('needs.noService'),
    DECLINED: t('needs.declined', pronouns),
    NO_LONGER_NEEDED: t('needs.notNeeded'),
  };
  const asksFirst = waitsForHer(need);
  const begins = need.status === 'IN_PROGRESS' ? [] : goesOn;
  const choices = asksFirst ? (['CHECKED_WITH_SURVIVOR', 'DECLINED'] as const) : [...begins, ...ends];
  return (
    <>
      {!asksFirst && (
        <Button
          size="compact-md"
          variant="default"
          aria-label={`${t('needs.done')}: ${need.title}`}
          onClick={() => onSettle('MET')}
        >
          {t('needs.done')}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            size="compact-md"
            variant={asksFirst ? 'default' : 'subtle'}
            aria-label={`${asksFirst ? t('needs.ask') : t('needs.more')}: ${need.title}`}
          >
            {asksFirst ? t('needs.ask') : <IconMore size={18} aria-hidden />}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {choices.map((status) => (
            <Menu.Item key={status} onClick={() => onSettle(status)}>
              {status === 'CHECKED_WITH_SURVIVOR' ? t('needs.asked') : words[status]}
            </Menu.Item>
          ))}
          {need.domain === 'HEALTH' && !asksFirst && <Menu.Item onClick={onWindows}>{t('needs.addWindows')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
