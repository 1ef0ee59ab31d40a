// What to mind where somebody picks an agency: whether what it learns may reach police or immigration.
import { useRead } from '../api/use-vault.ts';
import { useText } from '../text.ts';
import { Note, Stop } from '../ui/status-words.tsx';

export function AgencyWarning({ agencyId }: { agencyId: string | null }) {
  const t = useText();
  const agencies = useRead('partnerAgency.list', {});
  const agency = agencies.value?.find(({ id }) => (id as string) === agencyId);
  if (agency === undefined || agency.sharesWithAuthorities === 'NO') return null;
  return (
    <p role="status">
      {agency.sharesWithAuthorities === 'YES' ? (
        <Stop>{t('partners.warnYES')}</Stop>
      ) : (
        <Note>{t('partners.warnUNKNOWN')}</Note>
      )}
    </p>
  );
}
