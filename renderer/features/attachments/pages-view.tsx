// A PDF, page by page, each drawn elsewhere: this page only puts its points on a canvas. Nothing in it can be clicked or followed.
import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import type { WireError } from '#shared/contract/errors';
import type { Result } from '#shared/contract/operation';
import { type DrawnPage, PAGES_SHOWN, type StoredAttachment } from '#shared/records/attachment';
import { useTask } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { useAttachmentWords } from './attachment-words.ts';
import { Points } from './points.tsx';
import { useStopWhenLeft } from '../../api/stop-when-left.ts';
import { ViewSheet } from './view-sheet.tsx';
import { WhyOpenFile } from './why-open-file.tsx';

/** Points along the longer side that are asked for: small print is sharp as wide as the sheet, and a page is some 14 MB. */
const LONGEST = 2_200;

interface PagesProps {
  readonly attachment: StoredAttachment;
  readonly onClose: () => void;
}

export function OpenPages({ attachment, onClose }: PagesProps) {
  const { titleOf } = useAttachmentWords();
  const draw = useTask('attachment.drawPage');
  useStopWhenLeft(draw.stop);
  const pages = usePages(attachment, draw.error, (page) =>
    draw.start({ attachmentId: attachment.id, page, longestSide: LONGEST }),
  );
  const first = useEffectEvent(() => void pages.turnTo(1));
  useEffect(() => first(), []);
  return <PageSheet title={titleOf(attachment)} pages={pages} isDrawing={draw.isRunning} onClose={onClose} />;
}

export function SealedPages({ attachment, onClose }: PagesProps) {
  const draw = useTask('attachment.openSealedPage');
  useStopWhenLeft(draw.stop);
  const [why, setWhy] = useState('');
  const drawFor = (reason: string, page: number) =>
    draw.start({ attachmentId: attachment.id, page, longestSide: LONGEST, reason });
  const pages = usePages(attachment, draw.error, (page) => drawFor(why, page));
  const open = async (reason: string): Promise<void> => {
    setWhy(reason);
    const result = await drawFor(reason, 1);
    if (result.ok && result.value.attachmentId === attachment.id) pages.show(result.value);
  };
  if (pages.shown !== null)
    return <PageSheet title={pages.shown.title} pages={pages} isDrawing={draw.isRunning} onClose={onClose} />;
  return (
    <WhyOpenFile
      error={draw.error}
      isRunning={draw.isRunning}
      onReason={(reason) => void open(reason)}
      onLeave={onClose}
    />
  );
}

interface Pages {
  /** The last page that was drawn. */
  readonly shown: DrawnPage | null;
  /** The page that was asked for last. */
  readonly wanted: number;
  readonly error: WireError | null;
  readonly turnTo: (page: number) => Promise<void>;
  readonly show: (drawn: DrawnPage) => void;
}

function usePages(
  attachment: StoredAttachment,
  error: WireError | null,
  ask: (page: number) => Promise<Result<DrawnPage>>,
): Pages {
  const [shown, setShown] = useState<DrawnPage | null>(null);
  const [wanted, setWanted] = useState(1);
  const turnTo = async (page: number): Promise<void> => {
    setWanted(page);
    const isIt = (drawn: DrawnPage): boolean => drawn.attachmentId === attachment.id && drawn.page === page;
    let result = await ask(page);
    // Work of the same name is shared: the answer may be about a page that somebody looked at before.
    if (result.ok && !isIt(result.value)) result = await ask(page);
    if (result.ok && isIt(result.value)) setShown(result.value);
  };
  return { shown, wanted, error, turnTo, show: setShown };
}

interface SheetProps {
  readonly title: string;
  readonly pages: Pages;
  readonly isDrawing: boolean;
  readonly onClose: () => void;
}

function PageSheet({ title, pages: { shown, wanted, error, turnTo }, isDrawing, onClose }: SheetProps) {
  const t = useText();
  const [isWide, setWide] = useState(false);
  const label = (page: number): string => t('attachments.pageOf', { page, pages: shown?.pages ?? 1 });
  return (
    <ViewSheet title={title} onClose={onClose}>
      <div className="stack">
        {shown !== null && (
          <PageTurner shown={shown} wanted={wanted} isDrawing={isDrawing} onTurn={(page) => void turnTo(page)}>
            <Button size="compact-md" variant="default" onClick={() => setWide(!isWide)}>
              {t(isWide ? 'attachments.wholePage' : 'attachments.toWidth')}
            </Button>
          </PageTurner>
        )}
        {error && <ErrorSentence error={error} />}
        {shown === null && error === null && <p className="dim">{t('attachments.drawing')}</p>}
        {shown !== null && error === null && (
          <Points
            drawn={shown}
            label={`${shown.title}, ${label(shown.page)}`}
            className={isWide ? 'attachment-page wide' : 'attachment-page'}
          />
        )}
        {shown !== null && shown.pages > PAGES_SHOWN && (
          <p className="small dim">{t('attachments.firstPages', { most: PAGES_SHOWN, pages: shown.pages })}</p>
        )}
      </div>
    </ViewSheet>
  );
}

interface TurnerProps {
  readonly shown: DrawnPage;
  readonly wanted: number;
  readonly isDrawing: boolean;
  readonly onTurn: (page: number) => void;
  readonly children: ReactNode;
}

function PageTurner({ shown, wanted, isDrawing, onTurn, children }: TurnerProps) {
  const t = useText();
  const last = Math.min(shown.pages, PAGES_SHOWN);
  return (
    <div className="row wrap" role="group" aria-label={t('attachments.pages')}>
      <Button
        size="compact-md"
        variant="default"
        disabled={isDrawing || wanted <= 1}
        onClick={() => onTurn(wanted - 1)}
      >
        {t('attachments.pageBefore')}
      </Button>
      <span className="num" role="status">
        {t('attachments.pageOf', { page: wanted, pages: shown.pages })}
      </span>
      <Button
        size="compact-md"
        variant="default"
        disabled={isDrawing || wanted >= last}
        onClick={() => onTurn(wanted + 1)}
      >
        {t('attachments.pageNext')}
      </Button>
      <span className="grow" />
      {children}
    </div>
  );
}
