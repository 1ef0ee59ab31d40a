// Words about a person take the pronoun of the record. Texts receive them as values; nothing in code assumes one.
export const pronouns = {
  she: { they: 'she', They: 'She', them: 'her', their: 'her', Their: 'Her' },
  he: { they: 'he', They: 'He', them: 'him', their: 'his', Their: 'His' },
  they: { they: 'they', They: 'They', them: 'them', their: 'their', Their: 'Their' },
} as const;
