// Branded ids: a case id cannot be passed where a staff id is meant.
import { z } from 'zod';

const id = <Brand extends string>() => z.uuid().brand<Brand>();

export const CaseFileId = id<'CaseFileId'>();
export type CaseFileId = z.output<typeof CaseFileId>;
export const StaffMemberId = id<'StaffMemberId'>();
export type StaffMemberId = z.output<typeof StaffMemberId>;
export const RecordId = id<'RecordId'>();
export type RecordId = z.output<typeof RecordId>;
/** A file or folder the person chose in a dialog. Main knows the path; the page only ever holds this handle. */
export const ChoiceHandle = id<'ChoiceHandle'>();
export type ChoiceHandle = z.output<typeof ChoiceHandle>;
