// Where somebody was: the page, the field and the caret, kept in the vault while the app is locked and used up on return.
// Ids and numbers only; the text itself is a draft of its own.
import { useEffect, useEffectEvent, useRef } from 'react';
import { useLocation } from 'wouter';
import { z } from 'zod';
import type { DraftTarget } from '#shared/records/draft';
import { useVault } from '../api/vault-context.tsx';
import { beforeLock } from './drafts-pending.ts';

export const Place = z.strictObject({
  path: z.string().startsWith('/').max(200),
  field: z.string().max(80),
  from: z.int().min(0),
  to: z.int().min(0),
});
export type Place = z.output<typeof Place>;

const target: DraftTarget = { kind: 'place' };
/** ms. A page that has not shown the field by then keeps the focus where it is. */
const FIELD_WITHIN = 4_000;

type Writable = HTMLInputElement | HTMLTextAreaElement;
const isWritable = (element: Element | null): element is Writable =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;

/** The place of now. Checkboxes and buttons have a field but no caret. */
export function placeNow(path: string, focused: Element | null): Place {
  const field = focused?.id ?? '';
  const [from, to] = isWritable(focused) ? [focused.selectionStart ?? 0, focused.selectionEnd ?? 0] : [0, 0];
  return { path, field: field.length <= 80 ? field : '', from, to };
}

type Act = 'key' | 'pointer';

/** Says once when the person does anything herself: from then on the focus is hers. Returns how to stop listening. */
function onFirstAct(then: (by: Act) => void): () => void {
  const stop = (): void => {
    document.removeEventListener('keydown', act, true);
    document.removeEventListener('pointerdown', act, true);
  };
  const act = (event: KeyboardEvent | PointerEvent): void => {
    if ('repeat' in event && event.repeat) return; // the Enter of signing in, still held
    stop();
    then(event instanceof KeyboardEvent ? 'key' : 'pointer');
  };
  document.addEventListener('keydown', act, true);
  document.addEventListener('pointerdown', act, true);
  return stop;
}

/**
 * Focuses the field as soon as its page shows it, and puts the caret back, unless the person does something first. Returns how to
 * give up waiting.
 */
export function returnTo({ field, from, to }: Place): () => void {
  const put = (): boolean => {
    const element = field === '' ? null : document.getElementById(field);
    if (!element) return false;
    element.focus();
    if (isWritable(element) && element.selectionStart !== null) element.setSelectionRange(from, to);
    element.scrollIntoView({ block: 'center' });
    return true;
  };
  if (field === '' || put()) return () => undefined;
  const watcher = new MutationObserver(() => put() && stop());
  const timer = setTimeout(() => stop(), FIELD_WITHIN);
  const forgetActs = onFirstAct(() => stop());
  const stop = (): void => {
    watcher.disconnect();
    clearTimeout(timer);
    forgetActs();
  };
  watcher.observe(document.body, { childList: true, subtree: true });
  return stop;
}

/** In the header. What is looked for there is over when the person leaves, and the box would lie open over the page. */
const isAbove = (element: Element | null): boolean => element?.closest('.top') != null;
const isOfThePage = (element: Element | null): element is Writable => isWritable(element) && !isAbove(element);

/** The field with the caret, or the one that had it before a button took the focus: the one to lock, say. */
function useLastWritten(): () => Element | null {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const notice = ({ target: left }: FocusEvent): void => {
      if (left instanceof Element && isOfThePage(left)) last.current = left;
    };
    document.addEventListener('focusout', notice);
    return () => document.removeEventListener('focusout', notice);
  }, []);
  return () => {
    const focused = document.activeElement;
    if (isOfThePage(focused)) return focused;
    if (last.current?.isConnected) return last.current;
    return isAbove(focused) ? null : focused;
  };
}

/** Where the app starts by itself. */
const firstPlaces: ReadonlySet<string> = new Set(['/', '/today', '/setup/recovery']);

/** Keeps the place at every lock, and goes back to it once after signing in. */
export function usePlace(): void {
  const vault = useVault();
  const [path, navigate] = useLocation();
  const here = useRef(path);
  useEffect(() => {
    here.current = path;
  }, [path]);
  const written = useLastWritten();
  const isKept = useRef(false);
  const keep = useEffectEvent(async () => {
    // Once: the page asks before it turns neutral, and main asks again when nothing is left to see.
    if (isKept.current) return;
    isKept.current = true;
    const place = placeNow(path, written());
    await vault.draft.save({ target, at: place.field, body: place });
  });
  const goBack = useEffectEvent(async (isGone: () => boolean, acted: () => Act | null) => {
    const found = await vault.draft.get({ target });
    const place = Place.safeParse(found?.body);
    if (found === null || isGone()) return;
    await vault.draft.discard({ target });
    // Whoever has gone somewhere meanwhile, or pressed something here, is not pulled back; whoever types goes on where she types.
    if (!place.success || !firstPlaces.has(here.current) || acted() === 'pointer') return;
    navigate(place.data.path);
    if (acted() === null) returnTo(place.data);
  });
  useEffect(() => {
    let gone = false;
    let acted: Act | null = null;
    const forgetActs = onFirstAct((by) => {
      acted = by;
    });
    // Without a place the app simply starts at its first page.
    goBack(
      () => gone,
      () => acted,
    )
      .catch(() => undefined)
      .finally(forgetActs);
    const forget = beforeLock(() => keep());
    return () => {
      gone = true;
      forgetActs();
      forget();
    };
  }, []);
}
