// A goal's sentence. Hers when she said it, or said yes to it; everything else stays in the staff's voice.
import type { Goal } from '#shared/records/support-plan';
import { hasHerYes } from '#shared/records/support-plan-rules';
import { Hers } from '../../ui/hers.tsx';

interface GoalWordingProps {
  readonly goal: Goal;
  readonly size: 'md' | 'lg';
  readonly quote?: boolean;
}

export const GoalWording = ({ goal, size, quote = true }: GoalWordingProps) =>
  hasHerYes(goal) ? (
    <Hers quote={quote} size={size}>
      {goal.survivorWording}
    </Hers>
  ) : (
    <span dir="auto">{goal.survivorWording}</span>
  );
