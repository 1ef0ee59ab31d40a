// Today, for whoever asks: each part is read with that person's role. House staff get their needs, their draft and no more;
// a role that meets nobody gets its draft.
import {
  boardWorkers,
  caseWorkers,
  houseTeam,
  isAmong,
  legalStage,
  needReaders,
  noteWriters,
  screenReaders,
} from '#shared/contract/operation';
import { RecordId } from '#shared/ids';
import { AHEAD_DAYS, type EndingRelease, type Today, type todayOperations } from '#shared/records/today';
import { addDays } from '#shared/time';
import { waysBackDue } from '../access/way-back-state.ts';
import type { ReadContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { endingAgreements } from './agreement.ts';
import { lastBackupAt } from './backup.ts';
import { openBreaches } from './breach.ts';
import { unseenOpenings } from './break-glass.ts';
import { threatAlerts } from './caller-log.ts';
import { herCases, inHerCases } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { dueContacts } from './contact-due.ts';
import { draftRows } from './draft.ts';
import { dueFollowUps } from './follow-up.ts';
import { interpretersToVet } from './interpreter.ts';
import { checkActions, checkDue } from './environment-check.ts';
import { newHandOvers } from './hand-over.ts';
import { missingSince } from './missing-record.ts';
import { openIncidents } from './incident.ts';
import { siteWords } from './kept-thing.ts';
import { dueHolds } from './legal-hold.ts';
import { dueRequests } from './legal-request.ts';
import { dueLegalDates } from './legal-matter.ts';
import { dueNeeds } from './due-needs.ts';
import { dueReferrals } from './due-referrals.ts';
import { dueReviews } from './due-reviews.ts';
import { agenciesToVerify } from './partner-agency.ts';
import { dueRights } from './rights-request.ts';
import { openSafetySteps } from './safety-step.ts';
import { unfinishedFiles } from './unfinished-file.ts';
import { sealedDue } from './sealed-due.ts';

/** Before every record. */
const EVER = '0000-01-01';

interface CaseFacts extends Row {
  case_file_id: string;
  name_used: string;
  case_number: string;
  due_on: string;
}
interface ReleaseFacts extends CaseFacts {
  release_id: string;
  partner_agency_id: string;
}

function endingReleases(context: ReadContext, today: string, until: string): EndingRelease[] {
  return context.db
    .all<ReleaseFacts>(
      `SELECT r.id AS release_id, r.partner_agency_id, c.id AS case_file_id, c.name_used, c.case_number, r.expires_on AS due_on
         FROM release r JOIN case_file c ON c.id = r.case_file_id
        WHERE r.signed_on IS NOT NULL AND r.revoked_at IS NULL AND r.used_up_at IS NULL AND r.expires_on BETWEEN $today AND $until
          AND c.is_open = 1 AND ${inHerCases('c.id')} ORDER BY r.expires_on, c.name_used`,
      { today, until, ...herCases(context) },
    )
    .map((row) => ({
      releaseId: RecordId.parse(row.release_id),
      of: caseRef(context, row.case_file_id),
      partnerAgencyId: RecordId.parse(row.partner_agency_id),
      expiresOn: row.due_on,
    }));
}

/** Also a closed one. */
const hasCases = (context: ReadContext): boolean =>
  context.db.get(`SELECT 1 AS there FROM case_file WHERE ${inHerCases('id')} LIMIT 1`, herCases(context)) !== undefined;

/** What everybody who works in the house is told. */
const ofTheHouse = (context: ReadContext): Pick<Today, 'threats' | 'laidAside' | 'handOvers' | 'checkDue'> => ({
  threats: threatAlerts(context),
  laidAside: siteWords(context),
  handOvers: newHandOvers(context),
  checkDue: isAmong(context.staffMember.role, boardWorkers) ? checkDue(context) : null,
});

const NOT_OF_DIRECTORS = {
  legalRequests: [],
  breaches: [],
  holds: [],
  sealedDue: [],
  interpretersToVet: [],
  agenciesToVerify: [],
  agreementsEnding: [],
  waysBack: { code: null, trustees: null },
};

const NOT_OF_THE_HOUSE = { threats: [], laidAside: [], handOvers: [], checkDue: null };

/** What a director alone is told; to everybody else it is not there. */
const ofDirectors = (context: ReadContext, today: string, until: string) => ({
  legalRequests: dueRequests(context, until),
  breaches: openBreaches(context),
  holds: dueHolds(context, today),
  sealedDue: sealedDue(context, { from: EVER, to: until, legal: 'BROUGHT_UP' }),
  interpretersToVet: interpretersToVet(context),
  agenciesToVerify: agenciesToVerify(context),
  agreementsEnding: endingAgreements(context),
  waysBack: waysBackDue(context.db, context.now()),
});

export const todayHandlers: Handlers<typeof todayOperations> = {
  get: (context, { limit }) => {
    const today = context.today();
    const until = addDays(today, AHEAD_DAYS);
    const { role } = context.staffMember;
    const works = isAmong(role, caseWorkers);
    const { needs, total, cases } = isAmong(role, needReaders)
      ? dueNeeds(context, { offset: 0, limit })
      : { needs: [], total: 0, cases: 0 };
    return {
      today,
      needs,
      openNeeds: total,
      casesWithOpenNeeds: cases,
      reviews: works ? dueReviews(context, until) : [],
      legalDates: isAmong(role, legalStage) ? dueLegalDates(context, today) : [],
      referrals: works ? dueReferrals(context, today, until) : [],
      followUps: works ? dueFollowUps(context, today, until) : [],
      rights: works ? dueRights(context, until) : [],
      contacts: works ? dueContacts(context, today) : [],
      ...(role === 'director' ? ofDirectors(context, today, until) : NOT_OF_DIRECTORS),
      hasCases: hasCases(context),
      releasesEnding: works ? endingReleases(context, today, until) : [],
      openings: works ? unseenOpenings(context) : [],
      backup: { lastVerifiedAt: lastBackupAt(context.db) },
      resume: draftRows(context)[0] ?? null,
      safetySteps: isAmong(role, screenReaders) ? openSafetySteps(context) : [],
      ...(isAmong(role, houseTeam) ? ofTheHouse(context) : NOT_OF_THE_HOUSE),
      incidents: openIncidents(context),
      checkActions: checkActions(context),
      unfinished: works ? unfinishedFiles(context) : [],
      missing: isAmong(role, noteWriters) ? missingSince(context) : 0,
    };
  },
};
