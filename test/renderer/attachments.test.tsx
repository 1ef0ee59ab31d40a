import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CaseFileId, RecordId } from '#shared/ids';
import type { StoredAttachment } from '#shared/records/attachment';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, mark } from '../helpers/case-answers.ts';
import { fakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { fakeBridge, openScreen } from '../helpers/screen.tsx';

const id = (last: string) => RecordId.parse(`01920000-0000-7000-8000-0000000000${last}`);
const letter: StoredAttachment = {
  ...mark(1),
  id: id('a1'),
  caseFileId: CaseFileId.parse(ids.heron),
  addedAt: Date.UTC(2026, 2, 2, 21),
  addedBy: { id: ids.ana, name: 'Ana' } as StoredAttachment['addedBy'],
  title: 'Letter of the court',
  format: 'text',
  bytes: 1_234_567,
  sealed: false,
  removed: null,
  damagedSince: null,
  there: true,
};
const sealed: StoredAttachment = { ...letter, id: id('a2'), title: null, sealed: true };
const certificate: StoredAttachment = { ...letter, id: id('a3'), title: 'School certificate', format: 'docx' };
const gone: StoredAttachment = {
  ...letter,
  id: id('a4'),
  title: null,
  there: false,
  removed: { at: Date.UTC(2026, 2, 3), reason: 'It was kept twice' },
};
const HANDLE = '01920000-0000-4000-8000-0000000000ff';
const path = `/cases/${ids.heron}/files`;

const answering = (more: Parameters<typeof fakeTransport>[0] = {}) =>
  fakeTransport({
    ...caseAnswers,
    'attachment.list': () => ({ attachments: [letter, sealed, certificate, gone], total: 4 }),
    'attachment.readText': () => ({
      title: 'Letter of the court',
      text: 'The hearing is on the twelfth.',
      whole: true,
    }),
    'attachment.add': () => ({ file: HANDLE, attachment: letter }),
    ...more,
  });
const choosing = (name: string) => fakeBridge({ choose: () => Promise.resolve({ handle: HANDLE, name }) });

describe('the files of a case', () => {
  it('says of each what it is, its kind, size, day and who', async () => {
    openScreen(answering(), path);
    const list = within(await screen.findByRole('list', { name: 'Files' }));
    expect(list.getByText('Letter of the court')).toBeVisible();
    expect(list.getAllByText(/Text, 1\.2 MB · .*2 Mar.*Ana/).length).toBeGreaterThan(0);
    expect(list.getByText('A file: sealed')).toBeVisible();
    expect(list.getByText('Taken away on 3 March 2026: It was kept twice')).toBeVisible();
    expect(screen.getByText('3 files')).toBeVisible();
  });

  it('shows a text as text, and does not open what would need another program', async () => {
    const { user } = openScreen(answering(), path);
    await user.click(await screen.findByRole('button', { name: 'Look at it: Letter of the court' }));
    expect(await screen.findByText('The hearing is on the twelfth.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Look at it: School certificate' }));
    expect(await screen.findByText(/kept whole and is not opened/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByText(/kept whole and is not opened/)).toBeNull();
  });

  it('puts the points of a picture on a canvas that is called like it', async () => {
    const photo: StoredAttachment = { ...letter, id: id('a5'), title: 'The blue coat', format: 'jpeg' };
    const pixels = new Uint8Array(3 * 2 * 4);
    const drawn = { attachmentId: photo.id, title: 'The blue coat', width: 3, height: 2, pixels };
    const transport = answering({
      'attachment.list': () => ({ attachments: [photo], total: 1 }),
      'attachment.drawPicture': () => drawn,
    });
    const { user } = openScreen(transport, path);
    await user.click(await screen.findByRole('button', { name: 'Look at it: The blue coat' }));
    expect(await screen.findByRole('img', { name: 'The blue coat' })).toHaveAttribute('width', '3');
    expect(transport.callsOf('attachment.drawPicture')).toEqual([{ attachmentId: photo.id, longestSide: 1_600 }]);
  });

  it('turns the pages of a PDF, shows them as wide as the sheet, and says in a sentence when one cannot be drawn', async () => {
    const pdf: StoredAttachment = { ...letter, id: id('a6'), title: 'Summons', format: 'pdf' };
    const transport = answering({
      'attachment.list': () => ({ attachments: [pdf], total: 1 }),
      'attachment.drawPage': ({ page }: { page: number }) => {
        if (page === 3) throw new Refusal('page-not-drawn');
        const pixels = new Uint8Array(3 * 2 * 4);
        return { attachmentId: pdf.id, title: 'Summons', page, pages: 3, width: 3, height: 2, pixels };
      },
    });
    const { user } = openScreen(transport, path);
    await user.click(await screen.findByRole('button', { name: 'Look at it: Summons' }));
    expect(await screen.findByRole('img', { name: 'Summons, Page 1 of 3' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Page before' })).toBeDisabled();
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Next page' }));
    const second = await screen.findByRole('img', { name: 'Summons, Page 2 of 3' });
    await user.click(screen.getByRole('button', { name: 'As wide as the sheet' }));
    expect(second).toHaveClass('wide');
    await user.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('This page cannot be drawn.')).toBeVisible();
    expect(screen.queryByRole('img', { name: /^Summons/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Page before' }));
    expect(await screen.findByRole('img', { name: 'Summons, Page 2 of 3' })).toBeVisible();
    const asked = transport.callsOf('attachment.drawPage') as readonly { readonly page: number }[];
    expect(asked.map(({ page }) => page)).toEqual([1, 2, 3, 2]);
  });

  it('opens a sealed one only with a reason', async () => {
    const shown = { title: 'Where she lives', text: 'Two streets from the harbour.', whole: true };
    const transport = answering({ 'attachment.openSealedText': () => shown });
    const { user } = openScreen(transport, path);
    await user.click(await screen.findByRole('button', { name: /^Look at it: A file/ }));
    const open = screen.getByRole('button', { name: 'Look at it' });
    expect(open).toBeDisabled();
    await user.type(screen.getByRole('textbox', { name: /Why/ }), 'The lawyer asked');
    await user.click(open);
    expect(await screen.findByText('Two streets from the harbour.')).toBeVisible();
    expect(transport.callsOf('attachment.openSealedText')).toEqual([
      { attachmentId: sealed.id, reason: 'The lawyer asked' },
    ]);
  });

  it('keeps a chosen file under a title that begins with its name, and says that the one outside is still there', async () => {
    const transport = answering();
    const { user } = openScreen(transport, path, choosing('court-letter_2.pdf'));
    await user.click(await screen.findByRole('button', { name: 'Choose a file' }));
    const title = await screen.findByRole('textbox', { name: /What it is/ });
    expect(title).toHaveValue('court letter 2');
    await user.clear(title);
    await user.type(title, 'Summons');
    await user.click(screen.getByRole('checkbox', { name: 'Seal it' }));
    await user.click(screen.getByRole('button', { name: 'Keep this file' }));
    expect(await screen.findByText(/The file outside is still where it was/)).toBeVisible();
    expect(transport.callsOf('attachment.add')).toEqual([
      { caseFileId: ids.heron, file: HANDLE, title: 'Summons', sealed: true },
    ]);
  });

  it('takes a file that is let go of on the sheet, as a file for a case', async () => {
    const asked: unknown[] = [];
    const bridge = fakeBridge({
      dropped: (_file, purpose) => {
        asked.push(purpose);
        return Promise.resolve({ handle: HANDLE, name: 'letter.txt' });
      },
    });
    openScreen(answering(), path, bridge);
    const place = (await screen.findByRole('button', { name: 'Choose a file' })).parentElement!;
    fireEvent.drop(place, { dataTransfer: { files: [new File(['x'], 'letter.txt')] } });
    expect(await screen.findByDisplayValue('letter')).toBeVisible();
    expect(asked).toEqual(['attachment']);
  });

  it('says in a sentence why a file is not kept, and keeps the choice', async () => {
    const refusing = answering({
      'attachment.add': () => {
        throw new Refusal('file-kind-refused');
      },
    });
    const { user } = openScreen(refusing, path, choosing('photo.jpg'));
    await user.click(await screen.findByRole('button', { name: 'Choose a file' }));
    await user.click(await screen.findByRole('button', { name: 'Keep this file' }));
    expect(await screen.findByText(/not of a kind that is kept here, whatever its name says/)).toBeVisible();
    expect(screen.getByDisplayValue('photo')).toBeVisible();
  });

  it('takes one away only with a reason, on the revision that was read', async () => {
    const transport = answering({ 'attachment.remove': () => gone });
    const { user } = openScreen(transport, path);
    await user.click(await screen.findByRole('button', { name: 'Take it away: Letter of the court' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Take it away' }));
    expect(transport.callsOf('attachment.remove')).toEqual([]);
    await user.type(dialog.getByRole('textbox'), 'She asked for it back');
    await user.click(dialog.getByRole('button', { name: 'Take it away' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(transport.callsOf('attachment.remove')).toEqual([
      { attachmentId: letter.id, basedOn: 1, reason: 'She asked for it back' },
    ]);
  });

  it('gives a file another title', async () => {
    const transport = answering({ 'attachment.rename': () => letter });
    const { user } = openScreen(transport, path);
    await user.click(await screen.findByRole('button', { name: 'Change the title: Letter of the court' }));
    const title = screen.getByRole('textbox', { name: 'What it is' });
    await user.clear(title);
    await user.type(title, 'Summons');
    await user.click(screen.getByRole('button', { name: 'Keep the title' }));
    expect(transport.callsOf('attachment.rename')).toEqual([{ attachmentId: letter.id, basedOn: 1, title: 'Summons' }]);
  });
});
