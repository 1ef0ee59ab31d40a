// English, the language every other one is checked against. One line per feature; each feature's words are in its file.
import { acts } from './en/acts.ts';
import { apart } from './en/apart.ts';
import { asks } from './en/asks.ts';
import { assignment } from './en/assignment.ts';
import { awareness } from './en/awareness.ts';
import { backups } from './en/backups.ts';
import { callers } from './en/callers.ts';
import { calendar } from './en/calendar.ts';
import { cases } from './en/cases.ts';
import { disclosure } from './en/disclosure.ts';
import { checks } from './en/checks.ts';
import { handOver } from './en/hand-over.ts';
import { incidents } from './en/incidents.ts';
import { things } from './en/things.ts';
import { errors } from './en/errors.ts';
import { exit } from './en/exit.ts';
import { figures } from './en/figures.ts';
import { forms } from './en/forms.ts';
import { glance } from './en/glance.ts';
import { happened } from './en/happened.ts';
import { history } from './en/history.ts';
import { household } from './en/household.ts';
import { imports, profile } from './en/import.ts';
import { kinds } from './en/kinds.ts';
import { intake } from './en/intake.ts';
import { legal } from './en/legal.ts';
import { minority } from './en/minority.ts';
import { needs } from './en/needs.ts';
import { episodes } from './en/episodes.ts';
import { oneRecord } from './en/one-record.ts';
import { notes } from './en/notes.ts';
import { attachments } from './en/attachments.ts';
import { outside } from './en/outside.ts';
import { people } from './en/people.ts';
import { place } from './en/place.ts';
import { prints } from './en/prints.ts';
import { pronouns } from './en/pronouns.ts';
import { retention } from './en/retention.ts';
import { keyFile } from './en/key-file.ts';
import { safekeeping } from './en/safekeeping.ts';
import { received } from './en/received.ts';
import { reach } from './en/reach.ts';
import { rights } from './en/rights.ts';
import { replies } from './en/replies.ts';
import { rules } from './en/rules.ts';
import { safetyPlan } from './en/safety-plan.ts';
import { salvage } from './en/salvage.ts';
import { save } from './en/save.ts';
import { sealedNotes } from './en/sealed-notes.ts';
import { search } from './en/search.ts';
import { services } from './en/services.ts';
import { session } from './en/session.ts';
import { setup } from './en/setup.ts';
import { partners } from './en/partners.ts';
import { referrals } from './en/referrals.ts';
import { sharing } from './en/sharing.ts';
import { shell } from './en/shell.ts';
import { supportPlan } from './en/support-plan.ts';
import { groups } from './en/groups.ts';
import { house } from './en/house.ts';
import { interpreters } from './en/interpreters.ts';
import { wordList } from './en/word-list.ts';
import { program } from './en/program.ts';
import { prompts } from './en/prompts.ts';
import { talk } from './en/talk.ts';
import { team } from './en/team.ts';
import { today } from './en/today.ts';
import { trustees } from './en/trustees.ts';
import { wellbeing } from './en/wellbeing.ts';
import { words } from './en/words.ts';

export const english = {
  acts,
  apart,
  asks,
  assignment,
  attachments,
  awareness,
  backups,
  calendar,
  callers,
  cases,
  checks,
  disclosure,
  errors,
  exit,
  figures,
  glance,
  forms,
  handOver,
  happened,
  history,
  household,
  imports,
  incidents,
  kinds,
  intake,
  legal,
  minority,
  needs,
  notes,
  episodes,
  oneRecord,
  outside,
  people,
  place,
  prints,
  profile,
  pronouns,
  reach,
  received,
  retention,
  keyFile,
  safekeeping,
  rights,
  replies,
  rules,
  safetyPlan,
  salvage,
  save,
  sealedNotes,
  search,
  services,
  session,
  setup,
  partners,
  referrals,
  sharing,
  shell,
  supportPlan,
  groups,
  house,
  interpreters,
  wordList,
  program,
  prompts,
  talk,
  things,
  team,
  today,
  trustees,
  wellbeing,
  words,
} as const;
