// Whether the person signed in may ask for something at all, by the same list the vault goes by. It saves her a button that
// would be refused; the refusing is the vault's.
import { contract } from '#shared/contract/index';
import { type Contract, isAmong, type Role } from '#shared/contract/operation';
import type { OperationName } from '../api/operation-names.ts';
import { useSession } from './session-gate.tsx';

/** Any of them, where several are named. */
export const mayAsk = (role: Role, names: OperationName | readonly OperationName[]): boolean =>
  [names].flat().some((name) => mayAskOne(role, name));

function mayAskOne(role: Role, name: OperationName): boolean {
  const [group = '', operation = ''] = name.split('.');
  const access = (contract as Contract)[group]?.[operation]?.access;
  return access === 'nobody-signed-in' || (access !== undefined && isAmong(role, access));
}

export const useMay = (name: OperationName): boolean => mayAsk(useSession().person.role, name);
