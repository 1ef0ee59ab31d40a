// The neutral green room with the lamp on: behind the locked screen, and all that is left on screen while locking.
import type { ReactNode } from 'react';

export function Night({ children, foot }: { children?: ReactNode; foot?: ReactNode }) {
  return (
    <div className="night">
      <div className="night-glow" aria-hidden="true" />
      <svg className="night-lamp" width="220" height="96" viewBox="0 0 220 96" aria-hidden="true">
        <path d="M110 0V34" stroke="#8fb39f" strokeWidth="3" />
        <path d="M30 84C30 52 66 32 110 32S190 52 190 84Z" fill="#3f7158" />
        <path d="M30 84H190" stroke="#e0b063" strokeWidth="5" strokeLinecap="round" />
        <ellipse cx="110" cy="87" rx="26" ry="8" fill="#fbe3b0" />
      </svg>
      {children ?? <span />}
      <footer className="night-foot">{foot}</footer>
    </div>
  );
}
