// Agency names by id; what is not there yet is an empty name, never an id on the screen.
import { useRead } from '../../api/use-vault.ts';

export function useAgencyName(): (id: string) => string {
  const agencies = useRead('partnerAgency.list', {});
  return (id) => agencies.value?.find((agency) => agency.id === id)?.name ?? '';
}
