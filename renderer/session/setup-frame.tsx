// The first run's frame: the green rail with the path, and one step on the desk.
import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../text.ts';
import { IconCheck, IconNext } from '../ui/icons.ts';
import { Lamp } from '../ui/lamp.tsx';

const steps = ['office', 'passphrase', 'wayBack', 'backup'] as const;
export type SetupStep = (typeof steps)[number];

interface SetupFrameProps {
  readonly step: SetupStep;
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
  readonly foot: ReactNode;
}

export function SetupFrame({ step, title, lead, children, foot }: SetupFrameProps) {
  const t = useText();
  const at = steps.indexOf(step);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [step]);
  return (
    <div className="wizard">
      <nav className="wizard-rail" aria-label={t('setup.steps')}>
        <div className="brand">
          <Lamp />
          <span>{t('shell.name')}</span>
        </div>
        <ol>
          {steps.map((name, index) => (
            <li
              key={name}
              className={index < at ? 'done' : index === at ? 'on' : ''}
              {...(index === at ? { 'aria-current': 'step' as const } : {})}
            >
              <span className="wizard-mark">
                {index < at ? <IconCheck size={16} stroke={2.4} aria-label={t('setup.done')} /> : index + 1}
              </span>
              {t(`setup.${name}`)}
            </li>
          ))}
        </ol>
        <p>{t('setup.pace')}</p>
      </nav>
      <main className="wizard-main">
        <div className="wizard-page">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          <p className="wizard-lead">{lead}</p>
          {children}
          <div className="wizard-foot">{foot}</div>
        </div>
      </main>
    </div>
  );
}

interface NextProps {
  readonly label: string;
  readonly onClick?: () => void;
  readonly isReady?: boolean;
  readonly isRunning?: boolean;
}
/** Names the next step. Without `onClick` it submits the form around it. */
export const Next = ({ label, onClick, isReady = true, isRunning = false }: NextProps) => (
  <Button
    size="md"
    type={onClick ? 'button' : 'submit'}
    disabled={!isReady}
    loading={isRunning}
    {...(onClick ? { onClick } : {})}
    rightSection={<IconNext size={18} className="flip" aria-hidden />}
  >
    {label}
  </Button>
);
