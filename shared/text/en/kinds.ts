// The kinds of records in the plural, as tables of counts name them. Keys are the kinds' names in the chain.
export const kinds = {
  'case-file': 'Cases',
  intake: 'Intakes',
  need: 'Needs',
  'case-note': 'Notes',
  'safety-plan': 'Safety plans',
  'sealed-words': 'Sealed words',
  'sealed-opening': 'Openings of sealed words',
  'support-plan': 'Support plans',
  release: 'Permissions to share',
  disclosure: 'Packages sent',
  'partner-agency': 'Partner agencies',
  'shelter-key': 'Keys of this shelter',
  'htcds-record': 'Imported records',
  backup: 'Backups',
  'staff-member': 'Staff',
} as const;
