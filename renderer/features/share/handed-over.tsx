// Only now is it said to be done: whether the stick may be taken out, and who can open what is on it.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { CreatedPackage } from '#shared/records/export-package';
import { casePath } from '../../case/case-tabs.ts';
import { useText } from '../../text.ts';
import { Verdict } from '../../ui/verdict.tsx';
import type { Plan } from './plan.ts';

export function HandedOver({ made, plan }: { made: CreatedPackage; plan: Plan }) {
  const t = useText();
  const stick = {
    'not-a-stick': t('sharing.done'),
    'safe-to-remove': t('sharing.safe'),
    'saved-still-in-use': t('sharing.inUse'),
    'gone-before-safe': t('sharing.gone'),
  }[made.stick];
  return (
    <Verdict
      good={made.stick !== 'gone-before-safe'}
      outcome={stick}
      consequence={made.sealedFor.length > 0 ? t('sharing.doneKeys') : t('sharing.donePassphrase')}
      foot={
        <div className="row">
          <Button component={Link} href={casePath(plan.release.caseFileId, '/consents')}>
            {t('sharing.backToCase')}
          </Button>
        </div>
      }
    >
      <div className="verdict-body">
        <table className="twin">
          <tbody>
            <tr>
              <th scope="row">{t('sharing.fileName')}</th>
              <td className="num">{made.fileName}</td>
            </tr>
            {made.sealedFor.length > 0 && (
              <tr>
                <th scope="row">{t('sharing.sixWords')}</th>
                <td>
                  <div className="share-openers">
                    {made.sealedFor.map(({ name, fingerprintWords }) => (
                      <div key={fingerprintWords.join(' ')}>
                        <bdi>{name === '' ? t('sharing.keyNoName') : name}</bdi>
                        <div className="small dim" dir="ltr">
                          {fingerprintWords.join(' ')}
                        </div>
                      </div>
                    ))}
                  </div>
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </Verdict>
  );
}
