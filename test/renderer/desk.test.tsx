import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { openEntries } from '../../renderer/places.ts';
import { placeNow, returnTo } from '../../renderer/session/place.ts';
import { wcagViolations } from '../helpers/axe.ts';
import { fakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';
import { mirrored } from '../helpers/pseudo-language.ts';
import { chooseLanguage } from '../../renderer/text.ts';

const open = {
  'session.status': () => signedIn,
  'draft.get': () => null,
  'draft.save': () => ({ savedAt: 1 }),
  'draft.discard': () => ({}),
};

describe('the window of a signed-in person', () => {
  it('has a named place for everything and passes WCAG', async () => {
    openScreen(fakeTransport(open), '/nowhere');
    expect(await screen.findByRole('navigation', { name: 'Main' })).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Find a case or an action' })).toBeVisible();
    expect(screen.getByRole('button', { name: /Not backed up yet/ })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Ana, settings' })).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
  });

  it('shows only entries that lead somewhere', async () => {
    openScreen(fakeTransport(open), '/nowhere');
    const rail = await screen.findByRole('navigation', { name: 'Main' });
    expect(rail.querySelectorAll('a')).toHaveLength(openEntries('director').length);
  });

  it('passes WCAG and keeps its words when they run from right to left and are longer', async () => {
    openScreen(fakeTransport(open), '/nowhere');
    await screen.findByRole('navigation', { name: 'Main' });
    await act(() => chooseLanguage(mirrored));
    expect(document.documentElement).toHaveAttribute('dir', 'rtl');
    expect(screen.getByRole('button', { name: /^\[Löçk/ })).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
  });

  it('hides names and scales text from the header', async () => {
    const { user } = openScreen(fakeTransport(open), '/nowhere');
    const hide = await screen.findByRole('button', { name: 'Hide names' });
    await user.click(hide);
    expect(screen.getByRole('button', { name: 'Show names' })).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByRole('button', { name: 'Larger text' }));
    expect(document.documentElement.style.fontSize).toBe('110%');
    await user.keyboard('{Control>}-{/Control}');
    expect(document.documentElement.style.fontSize).toBe('100%');
  });
});

describe('locking', () => {
  it('paints the neutral room at once, keeps the place, then ends everything', async () => {
    const transport = fakeTransport(open);
    const { user, bridge } = openScreen(transport, '/nowhere');
    await screen.findByRole('button', { name: /^Lock/ });
    await user.keyboard('{Control>}l{/Control}');
    expect(screen.queryByRole('navigation')).toBeNull();
    await waitFor(() => expect(bridge.locks()).toBe(1));
    expect(transport.callsOf('draft.save')).toEqual([
      { target: { kind: 'place' }, at: '', body: { path: '/nowhere', field: '', from: 0, to: 0 } },
    ]);
  });

  it('keeps no place in the box for finding: it would lie open over the page when somebody comes back', async () => {
    const transport = fakeTransport(open);
    const { bridge, user } = openScreen(transport, '/nowhere');
    await user.type(await screen.findByRole('textbox', { name: 'Find a case or an action' }), 'ma');
    await user.keyboard('{Control>}l{/Control}');
    await waitFor(() => expect(bridge.locks()).toBe(1));
    expect(transport.callsOf('draft.save')).toMatchObject([{ body: { path: '/nowhere', field: '' } }]);
  });

  it('locks even when the vault can save nothing any more', async () => {
    const transport = fakeTransport(open);
    transport.answer('draft.save', () => {
      throw new Refusal('disk-full');
    });
    const { user, bridge } = openScreen(transport, '/nowhere');
    await user.click(await screen.findByRole('button', { name: /^Lock/ }));
    await waitFor(() => expect(bridge.locks()).toBe(1));
  });

  it('answers main when it asks for the drafts before a suspend', async () => {
    const { bridge } = openScreen(fakeTransport(open), '/nowhere');
    await screen.findByRole('button', { name: /^Lock/ });
    act(() => bridge.askToFlush());
    await waitFor(() => expect(bridge.flushes()).toBe(1));
  });

  it('says calmly that it will lock, and that nothing is lost', async () => {
    const { bridge } = openScreen(fakeTransport(open), '/nowhere');
    await screen.findByRole('button', { name: /^Lock/ });
    act(() => bridge.sayLockSoon(30));
    expect(screen.getByText(/lock in 30 seconds. What you write is kept/)).toBeVisible();
    act(() => bridge.sayLockSoon(0));
    expect(screen.queryByText(/seconds/)).toBeNull();
  });
});

describe('coming back', () => {
  it('opens the place that was kept, and uses it up', async () => {
    const transport = fakeTransport({
      ...open,
      'draft.get': () => ({
        target: { kind: 'place' },
        at: 'find',
        body: { path: '/nowhere', field: 'find', from: 0, to: 0 },
        savedAt: 1,
      }),
    });
    openScreen(transport);
    await waitFor(() => expect(screen.getByRole('textbox')).toHaveFocus());
    expect(transport.callsOf('draft.discard')).toEqual([{ target: { kind: 'place' } }]);
  });

  it('pulls nobody back who pressed something before the vault had said where she was', async () => {
    let say = (_place: unknown): void => undefined;
    const kept = new Promise((resolve) => {
      say = resolve;
    });
    const transport = fakeTransport({ ...open, 'draft.get': () => kept });
    const { user } = openScreen(transport, '/today');
    await user.click(await screen.findByRole('link', { name: 'Today' }));
    const body = { path: '/nowhere', field: '', from: 0, to: 0 };
    say({ target: { kind: 'place' }, at: '', body, savedAt: 1 });
    await waitFor(() => expect(transport.callsOf('draft.discard')).toHaveLength(1));
    expect(screen.queryByText('There is no such page here.')).toBeNull();
  });

  it('finds the field and the caret even when the page shows them later', async () => {
    const field = document.createElement('textarea');
    field.id = 'q-sleep';
    field.value = 'Close to the door.';
    document.body.append(field);
    field.focus();
    field.setSelectionRange(5, 5);
    const place = placeNow('/cases/1', document.activeElement);
    expect(place).toEqual({ path: '/cases/1', field: 'q-sleep', from: 5, to: 5 });
    field.remove();
    returnTo(place);
    document.body.append(field);
    await waitFor(() => expect(field).toHaveFocus());
    expect(field.selectionStart).toBe(5);
    field.remove();
  });

  it('leaves the focus to whoever began to type before the field was there', async () => {
    const [find, later] = [document.createElement('input'), document.createElement('textarea')];
    later.id = 'q-sleep';
    document.body.append(find);
    returnTo({ path: '/cases/1', field: 'q-sleep', from: 0, to: 0 });
    await userEvent.type(find, 'nou');
    document.body.append(later);
    // The watcher of the page is told of changes before this.
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(find).toHaveFocus();
    find.remove();
    later.remove();
  });

  it('does nothing with a place that is none', async () => {
    const transport = fakeTransport({
      ...open,
      'draft.get': () => ({
        target: { kind: 'place' },
        at: '',
        body: { path: 'https://elsewhere.example' },
        savedAt: 1,
      }),
    });
    openScreen(transport, '/nowhere');
    await waitFor(() => expect(transport.callsOf('draft.discard')).toHaveLength(1));
    expect(screen.getByText('There is no such page here.')).toBeVisible();
  });
});
