// The way to what is set for the well-being screens.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';

export function ScreensSheet() {
  const t = useText();
  return (
    <Sheet title={t('wellbeing.settings')}>
      <div className="stack">
        <p className="dim">{t('wellbeing.settingsSays')}</p>
        <div>
          <Button component={Link} href="/safekeeping/wellbeing" variant="default">
            {t('wellbeing.settingsOpen')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
