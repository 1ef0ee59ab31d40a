// Two trustees at the locked screen: their sheets open the records for a director and give her a new passphrase in the same act.
import { useState } from 'react';
import { useTask } from '../api/use-vault.ts';
import { useText } from '../text.ts';
import { isWhole, noLines, SheetFields } from './sheet-fields.tsx';
import { WayInForm } from './way-in-form.tsx';

export function TrusteesForm({ onBack }: { onBack: () => void }) {
  const t = useText();
  const { start, isRunning, error } = useTask('session.openWithTrustees');
  const [one, setOne] = useState(noLines);
  const [other, setOther] = useState(noLines);
  return (
    <WayInForm
      lead={t('trustees.openLead')}
      isWhole={isWhole(one) && isWhole(other)}
      label={t('trustees.open')}
      isRunning={isRunning}
      error={error}
      onBack={onBack}
      onOpen={(who) => void start({ sheets: [[...one], [...other]], ...who })}
    >
      <SheetFields id="sheet-one" label={t('trustees.sheetOne')} lines={one} onLines={setOne} />
      <SheetFields id="sheet-two" label={t('trustees.sheetTwo')} lines={other} onLines={setOther} />
    </WayInForm>
  );
}
