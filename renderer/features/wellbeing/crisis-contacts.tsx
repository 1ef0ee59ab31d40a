// Whom to call, as a director entered it for this house. From the vault, so it is there without a network.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useRead } from '../../api/use-vault.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';

export function CrisisContacts() {
  const t = useText();
  const contacts = useRead('wellbeingSetting.crisisContacts', {});
  const mayEnter = useMay('wellbeingSetting.save');
  return (
    <Sheet flush title={t('wellbeing.contacts')}>
      {contacts.error && <ErrorSentence error={contacts.error} />}
      {contacts.value?.length === 0 && (
        <EmptyState
          action={
            mayEnter && (
              <Button size="compact-md" variant="default" component={Link} href="/safekeeping/wellbeing">
                {t('wellbeing.contactsEnter')}
              </Button>
            )
          }
        >
          {t('wellbeing.contactsNone')}
        </EmptyState>
      )}
      <Rows label={t('wellbeing.contacts')}>
        {contacts.value?.map(({ name, reach, note }) => (
          <li key={`${name}${reach}`}>
            <span className="grow">
              <b dir="auto">{name}</b>
              {note !== '' && (
                <span className="small dim" dir="auto">
                  {note}
                </span>
              )}
            </span>
            <bdi className="contact-reach num">{reach}</bdi>
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}
