// One line under one's own passphrase: the key file, offered or in use.
import { Link } from 'wouter';
import { useRead } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { Ok } from '../../ui/status-words.tsx';

export function KeyFileLine() {
  const t = useText();
  const own = useRead('keyFile.state', {});
  if (!own.value) return null;
  if (own.value.state === 'none') return <Link href="/safekeeping/key-file">{t('keyFile.offer')}</Link>;
  return (
    <div className="row wrap">
      <Ok>{t('keyFile.inUse')}</Ok>
      <Link href="/safekeeping/key-file">{t('keyFile.toPage')}</Link>
    </div>
  );
}
