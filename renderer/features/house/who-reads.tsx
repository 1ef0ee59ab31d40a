// Who reads a report of this kind, besides those who are told.
import { CIRCLES, type IncidentType } from '#shared/records/incident';
import { useText } from '../../text.ts';
import { Note } from '../../ui/status-words.tsx';

export function WhoReads({ type }: { type: IncidentType }) {
  const t = useText();
  return <Note>{t(`incidents.readers.${CIRCLES[type]}`)}</Note>;
}
