// What is put right at every unlock, before the person sees a page: an erasure that was cut off, an older vault that was put back
// with a case the list knows as erased, words of callers, hand-overs, lists of groups and stories whose time is over, a list that is
// not as new as the vault.
import type { ErasedCase } from '#shared/records/retention';
import { forgetStories, storiesDue } from '../advocacy/story-consent.ts';
import type { OpenVault } from '../open-vault.ts';
import { erasedCases } from '../records/erased-case.ts';
import { erasedParts } from '../records/erased-part.ts';
import type { Session } from '../session.ts';
import { applyList, isNothing, toApply } from './apply-list.ts';
import { callersDue, forgetCallers } from './caller-words.ts';
import { caseKeyOf, recordKeyOf } from './case-key.ts';
import type { ErasedList } from './erased-list.ts';
import { forgetLists, listsDue } from './group-lists.ts';
import { forgetHandOvers, handOversDue } from './hand-overs.ts';
import { keepBeside, listBeside } from './kept-list.ts';
import { isUnswept, sweep } from './sweep.ts';

export function settleErasures(session: Session): void {
  const { vault } = session.opened();
  takeOutAgain(session, vault);
  for (const ending of whatEnds) ifItGoes(session, () => forgetDue(session, ending));
  if (isUnswept(vault)) ifItGoes(session, () => sweep(vault));
  ifItGoes(session, () => keepListBeside(session));
}

/** The list beside the vault says everything that the vault says; both are one after this. */
export function keepListBeside(session: Session): void {
  const { vault } = session.opened();
  const { place } = session.settings;
  keepBeside(place, vault, listNow(session));
}

/** As the vault knows it now. */
export const listNow = (session: Session): ErasedList => ({
  writtenAt: session.settings.now(),
  entries: erasedCases(session.opened().vault).map(forTheList),
  parts: erasedParts(session.opened().vault),
});

/** What was asked of an agency since stays here: the list is read by earlier programs too. */
const forTheList = (erased: ErasedCase): ErasedCase => ({
  ...erased,
  stub: { ...erased.stub, shared: erased.stub.shared.map(({ askedOn: _asked, goneOn: _gone, ...line }) => line) },
});

function takeOutAgain(session: Session, vault: OpenVault): void {
  const list = listBeside(session.settings.place, vault);
  if (list === null) return;
  const found = toApply(vault.db, list, { keyOf: caseKeyOf(vault), recordKeyOf: recordKeyOf(vault) });
  if (isNothing(found)) return;
  session.commit({ name: 'retention.again', unlogged: true }, (context) => applyList(context, found));
}

/** Kept for a time and no longer. */
const whatEnds = [
  { action: 'callerLog.forget', isDue: callersDue, forget: forgetCallers },
  { action: 'handOver.forget', isDue: handOversDue, forget: forgetHandOvers },
  { action: 'groupPlace.forget', isDue: listsDue, forget: forgetLists },
  { action: 'storyConsent.forget', isDue: storiesDue, forget: forgetStories },
];

/** Without anybody's yes: there is nothing to decide about, and no second person is asked at every unlock. */
function forgetDue(session: Session, { action, isDue, forget }: (typeof whatEnds)[number]): void {
  if (!isDue(session.readContext(''))) return;
  session.commit({ name: action, unlogged: true }, (context) => forget(context));
}

/** A full disk must not keep anybody out: what did not go is tried again at the next unlock. */
function ifItGoes({ settings }: Session, work: () => void): void {
  try {
    work();
  } catch {
    settings.log({ event: 'erasure-not-settled' });
  }
}
