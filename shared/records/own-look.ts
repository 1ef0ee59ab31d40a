// Own look: how one person likes to see the app, on whichever computer she opens the records. It says nothing about anybody.
import { z } from 'zod';
import { everyRole, write } from '../contract/operation.ts';
import { Preferences } from '../contract/preferences.ts';
import { StaffMemberId } from '../ids.ts';

export const OwnLook = z.strictObject({ ...Preferences.shape, staffId: StaffMemberId });
export type OwnLook = z.output<typeof OwnLook>;

export const ownLookOperations = {
  /** Of the person signed in. It is read with the session, so that it is there before the first page. */
  keep: write(everyRole, [], Preferences, z.strictObject({})),
};
