// The path of a longer act, and where we are on it. Earlier steps can be seen, not jumped over.
import { useText } from '../text.ts';
import { IconCheck } from './icons.ts';

/** `at` counts from 0. */
export function Path({ label, steps, at }: { label: string; steps: readonly string[]; at: number }) {
  const t = useText();
  return (
    <ol className="path" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={index < at ? 'done' : index === at ? 'on' : ''}
          {...(index === at ? { 'aria-current': 'step' as const } : {})}
        >
          <span className="path-mark">
            {index < at ? <IconCheck size={15} stroke={2.4} aria-label={t('words.partDone')} /> : index + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  );
}
