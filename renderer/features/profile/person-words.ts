// A person causing harm in words: how close, and what was done. Never a name.
import type { PersonCausingHarm } from '#shared/records/person-causing-harm';
import { useText } from '../../text.ts';

export function usePersonWords(): (person: Pick<PersonCausingHarm, 'relation' | 'roles'>) => string {
  const t = useText();
  return ({ relation, roles }) =>
    [
      relation === null ? t('happened.relationNone') : t(`happened.relations.${relation}`),
      ...roles.map((role) => t(`happened.role.${role}`)),
    ].join('. ');
}
