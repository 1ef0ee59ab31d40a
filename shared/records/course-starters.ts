// The core topics of domain §11 as a list to begin with: hours and renewal are a proposal that each house changes as it likes.
import { careTeam, everyRole, type Role, shelterStaff } from '../contract/operation.ts';
import type { Course } from './course.ts';

const planners = ['director', 'case-manager', 'clinician'] as const;
const nights = [...planners, 'house-staff'] as const;

const topic = (code: string, hours: number, renewMonths: number | null, mandatoryFor: readonly Role[]): Course => ({
  ...{ code, topic: '', hours, renewMonths },
  mandatoryFor: [...mandatoryFor],
});

/** What each is about stands in the texts, under its code. */
export const courseStarters: readonly Course[] = [
  topic('DATA', 1, 12, everyRole),
  topic('CONFIDENTIALITY', 2, 12, shelterStaff),
  topic('MINORS', 4, 12, [...careTeam, 'house-staff']),
  topic('TRAUMA', 6, 24, shelterStaff),
  topic('LISTENING', 3, 24, shelterStaff),
  topic('FORMS', 4, 24, shelterStaff),
  topic('LABOUR', 2, 24, ['director', 'case-manager', 'legal-advocate']),
  topic('SCRIPTS', 1, 12, shelterStaff),
  topic('REPORTING', 2, 12, shelterStaff),
  topic('SAFETY_PLANNING', 3, 24, planners),
  topic('TECHNOLOGY', 2, 12, nights),
  topic('SUICIDE', 4, 24, nights),
  topic('INTERPRETERS', 2, 24, careTeam),
  topic('LGBTQ', 2, 24, shelterStaff),
  topic('DISABILITY', 2, 24, shelterStaff),
  topic('SELF_CARE', 2, 12, shelterStaff),
  topic('FIRST_AID', 8, 24, ['director', 'house-staff']),
];
