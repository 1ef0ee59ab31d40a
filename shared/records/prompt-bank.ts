// The prompt bank: open questions by what they are about, each with its reading grade (Flesch–Kincaid, rounded up, never
// above six). The words themselves stand with the other words people see.
import type { prompts } from '../text/en/prompts.ts';

export type PromptId = keyof typeof prompts;

export const promptDomains = [
  'arrival',
  'safety',
  'health',
  'feelings',
  'practical',
  'contact',
  'family',
  'rights',
  'future',
  'culture',
  'close',
] as const;
export type PromptDomain = (typeof promptDomains)[number];

export interface Prompt {
  readonly id: PromptId;
  readonly domain: PromptDomain;
  readonly grade: number;
}

export const promptBank: readonly Prompt[] = [
  { id: 'arrival-now', domain: 'arrival', grade: 1 },
  { id: 'arrival-first', domain: 'arrival', grade: 1 },
  { id: 'arrival-name', domain: 'arrival', grade: 1 },
  { id: 'arrival-seat', domain: 'arrival', grade: 1 },
  { id: 'arrival-know', domain: 'arrival', grade: 5 },
  { id: 'arrival-questions', domain: 'arrival', grade: 1 },
  { id: 'arrival-pace', domain: 'arrival', grade: 2 },
  { id: 'safety-tonight', domain: 'safety', grade: 3 },
  { id: 'safety-worry', domain: 'safety', grade: 1 },
  { id: 'safety-signs', domain: 'safety', grade: 1 },
  { id: 'safety-places', domain: 'safety', grade: 1 },
  { id: 'safety-people', domain: 'safety', grade: 1 },
  { id: 'safety-alone', domain: 'safety', grade: 1 },
  { id: 'safety-phone', domain: 'safety', grade: 1 },
  { id: 'safety-worked', domain: 'safety', grade: 1 },
  { id: 'health-body', domain: 'health', grade: 3 },
  { id: 'health-help', domain: 'health', grade: 1 },
  { id: 'health-sleep', domain: 'health', grade: 1 },
  { id: 'health-food', domain: 'health', grade: 1 },
  { id: 'health-medicine', domain: 'health', grade: 3 },
  { id: 'health-who', domain: 'health', grade: 2 },
  { id: 'feelings-today', domain: 'feelings', grade: 1 },
  { id: 'feelings-helps', domain: 'feelings', grade: 1 },
  { id: 'feelings-notice', domain: 'feelings', grade: 1 },
  { id: 'feelings-strong', domain: 'feelings', grade: 1 },
  { id: 'feelings-good', domain: 'feelings', grade: 1 },
  { id: 'feelings-near', domain: 'feelings', grade: 3 },
  { id: 'practical-things', domain: 'practical', grade: 1 },
  { id: 'practical-clothes', domain: 'practical', grade: 1 },
  { id: 'practical-day', domain: 'practical', grade: 1 },
  { id: 'practical-room', domain: 'practical', grade: 1 },
  { id: 'practical-money', domain: 'practical', grade: 1 },
  { id: 'contact-how', domain: 'contact', grade: 1 },
  { id: 'contact-say', domain: 'contact', grade: 1 },
  { id: 'contact-who', domain: 'contact', grade: 1 },
  { id: 'contact-not', domain: 'contact', grade: 1 },
  { id: 'family-who', domain: 'family', grade: 3 },
  { id: 'family-miss', domain: 'family', grade: 1 },
  { id: 'family-children', domain: 'family', grade: 1 },
  { id: 'family-word', domain: 'family', grade: 3 },
  { id: 'rights-know', domain: 'rights', grade: 3 },
  { id: 'rights-papers', domain: 'rights', grade: 3 },
  { id: 'rights-talk', domain: 'rights', grade: 4 },
  { id: 'rights-choice', domain: 'rights', grade: 2 },
  { id: 'future-hope', domain: 'future', grade: 3 },
  { id: 'future-first', domain: 'future', grade: 1 },
  { id: 'future-learn', domain: 'future', grade: 1 },
  { id: 'future-work', domain: 'future', grade: 1 },
  { id: 'future-home', domain: 'future', grade: 1 },
  { id: 'culture-days', domain: 'culture', grade: 1 },
  { id: 'culture-faith', domain: 'culture', grade: 4 },
  { id: 'culture-language', domain: 'culture', grade: 4 },
  { id: 'close-now', domain: 'close', grade: 1 },
  { id: 'close-left', domain: 'close', grade: 3 },
  { id: 'close-next', domain: 'close', grade: 1 },
  { id: 'close-tonight', domain: 'close', grade: 1 },
  { id: 'close-better', domain: 'close', grade: 1 },
];
