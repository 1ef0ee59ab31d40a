// Search in everything that was written.
export const search = {
  title: 'Search what was written',
  field: 'Words, or how they begin',
  hint: 'Looks through notes, needs, plans and answers of the cases you work on. Marks and capitals make no difference. What is sealed is never found.',
  kind: 'Where',
  everyKind: 'Everything ({{count}})',
  kindCount: '{{kind}} ({{count}})',
  found_one: '{{count}} place',
  found_other: '{{count}} places',
  nothing: 'These words stand nowhere in the cases you work on.',
  newest: 'These are the newest 1,000 places. Another word finds older ones.',
  more: 'Show more',
  in: {
    'case-note': 'In a note',
    need: 'In a need',
    'support-plan': 'In the support plan',
    'safety-plan': 'In the safety plan',
    intake: 'In the intake',
    'trafficking-profile': 'In what happened',
    'htcds-record': 'In the imported record',
  },
  wordsHidden: 'Words are not shown while names are hidden',
} as const;
