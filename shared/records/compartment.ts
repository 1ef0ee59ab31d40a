// The compartment of sealed notes: counsellors who have been let in, by one of them. The vault key does not open it, so no
// director lets herself in; she can only take somebody out. The recovery code opens it when a counsellor has sealed it to the code.
import { z } from 'zod';
import { clinicians, counsellors, ofWeight, read, task, write } from '../contract/operation.ts';
import { StaffMemberId } from '../ids.ts';
import { Instant } from '../time.ts';
import { StaffRef } from './revision-mark.ts';

export const CompartmentMember = z.strictObject({
  staffMemberId: StaffMemberId,
  from: Instant,
  to: Instant.nullable(),
});
export type CompartmentMember = z.output<typeof CompartmentMember>;

export const CompartmentState = z.strictObject({
  hasBegun: z.boolean(),
  /** Longest first. */
  members: z.array(StaffRef),
  isMember: z.boolean(),
  /** Counsellors who may be let in. */
  others: z.array(StaffRef),
  /** `new-code`: a code was made since, and the notes are not sealed to it yet. */
  recoveryCode: z.enum(['sealed', 'new-code', 'no-code']),
  /** Members whose key was changed outside the program, as a member is told; nothing is sealed until it is put right. */
  changed: z.array(StaffRef).default([]),
  /** The same of the recovery code. */
  codeChanged: z.boolean().default(false),
});
export type CompartmentState = z.output<typeof CompartmentState>;

const touched = ['compartment', 'sealedNote'];
const nothing = z.strictObject({});
const OfPerson = z.strictObject({ staffMemberId: StaffMemberId });

export const compartmentOperations = {
  state: read(clinicians, nothing, CompartmentState),
  /** Seals it to her and to the recovery code, when there is one. Error: rule-broken {rule: 'compartment-begun'}. */
  begin: ofWeight(write(counsellors, touched, nothing, CompartmentState)),
  /** Also of a member whose key was changed. Errors: rule-broken {rule: 'compartment-member' | 'compartment-role' | 'compartment-changed'}, not-found. */
  letIn: ofWeight(write(counsellors, touched, OfPerson, CompartmentState)),
  /** The next note has a new key, which she does not know. Errors: rule-broken {rule: 'compartment-last' | 'compartment-member'}, not-found. */
  takeOut: ofWeight(write(clinicians, touched, OfPerson, CompartmentState)),
  /** Errors: rule-broken {rule: 'compartment-member' | 'compartment-no-code'}. */
  sealToCode: ofWeight(write(counsellors, touched, nothing, CompartmentState)),
  /** Lets her in with the code, when nobody else can. Errors: rule-broken {rule: 'compartment-code'}, recovery-code-…, unlock-wait. */
  openWithCode: ofWeight(task(counsellors, touched, z.strictObject({ code: z.string().max(200) }), CompartmentState)),
};
