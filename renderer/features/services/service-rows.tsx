// What was given, one line each: the day, the service, how much, by whom. A line struck out stays readable.
import { Button } from '@mantine/core';
import type { ServiceAmount, StoredService } from '#shared/records/service';
import { shortDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { Rows } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';

export function useAmountWords(): (amount: ServiceAmount) => string {
  const t = useText();
  return ({ in: unit, count }) =>
    unit === 'MINUTES' ? t('services.minutes', { count }) : t('services.units', { count });
}

interface RowsProps {
  readonly services: readonly StoredService[];
  readonly onChange: (service: StoredService) => void;
}

export function ServiceRows({ services, onChange }: RowsProps) {
  const t = useText();
  const amountWords = useAmountWords();
  return (
    <Rows tight>
      {services.map((service) => {
        const name = t(`services.code.${service.code}`);
        const facts = [
          service.amount === null ? '' : amountWords(service.amount),
          service.siteAlias,
          service.fundingTag,
          service.staff?.name ?? '',
        ];
        return (
          <li key={service.id}>
            <span className="col-time small dim num">{shortDate(service.on)}</span>
            <span className="grow">
              <span className={service.isStruck ? 'struck' : ''}>{name}</span>
              <span className="small dim service-facts" dir="auto">
                {facts.filter((fact) => fact !== '').join(', ')}
              </span>
            </span>
            {service.isStruck && <Note>{t('services.struck')}</Note>}
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`${t('services.change')}: ${name}, ${shortDate(service.on)}`}
              onClick={() => onChange(service)}
            >
              {t('services.change')}
            </Button>
          </li>
        );
      })}
    </Rows>
  );
}
