// Somebody under 18, or perhaps under 18: what follows from it in this house and in the law. Advice, never a gate to help.
export const minority = {
  UNDER_18: 'Under 18',
  PERHAPS: 'Perhaps under 18. It counts as that until the age is known',
  show: 'What follows',
  hide: 'Hide what follows',
  title: 'For somebody under 18',
  sign: 'Permissions: signed with a parent or guardian who does no harm, or alone where the law here allows it. Always with {{their}} own yes, in words that fit.',
  means: 'What happened: the means are not needed, whatever was agreed to.',
  room: 'A room: never with adults who are not family.',
  worker: 'Who works here: only colleagues cleared and trained for work with minors.',
  report:
    'Duties to report: ask the director what the law here asks for. Say it to {{them}} first, where that is safe.',
  us: 'In the United States: officials tell the federal office for trafficked minors (HHS OTIP) of a minor who is no citizen, within 24 hours. We can ask the same office for help.',
  usBy: 'Counted from when it was written down: until {{when}}.',
  uk: 'In the United Kingdom: a referral of a minor needs no consent. Explain it all the same.',
} as const;
