// Logging a service in two presses from the case: what was given lately first, kept for today.
import { Button, Menu } from '@mantine/core';
import { Link } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import { useRead, useWrite } from '../api/use-vault.ts';
import { useText } from '../text.ts';
import { IconChevronDown } from '../ui/icons.ts';
import { casePath } from './case-tabs.ts';

export function LogServiceMenu({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const recent = useRead('service.recentCodes', { caseFileId });
  const log = useWrite('service.log');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" loading={log.isRunning} rightSection={<IconChevronDown size={16} aria-hidden />}>
          {t('services.log')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('services.quick')}</Menu.Label>
        {recent.value?.map((code) => (
          <Menu.Item key={code} onClick={() => void log.run({ caseFileId, code })}>
            {t(`services.code.${code}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} href={casePath(caseFileId, '/services')}>
          {t('services.other')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
