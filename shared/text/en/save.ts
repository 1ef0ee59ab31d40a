// What the save chip says. One place, one line, no exclamation.
export const save = {
  saved: 'Saved {{time}}',
  saving: 'Saving…',
  keptAsDraft: 'Kept as a draft',
  notSaved: 'Not saved: {{reason}}',
  reasonFull: 'disk is full',
  reasonConflict: 'changed meanwhile',
  reasonOther: 'see what to do',
} as const;
