// Invented awareness work: nobody in it lives anywhere.
import type { ActivityWritten } from '#shared/records/activity';
import type { Campaign } from '#shared/records/campaign';
import type { Material } from '#shared/records/material';
import type { PolicyWritten } from '#shared/records/policy-item';
import type { StoryWritten } from '#shared/records/story-consent';
import { passphraseOf } from './passphrases.ts';

/** She does the awareness work, and no case opens to her. */
export const VERA = { name: 'Vera', signInName: 'vera', passphrase: passphraseOf('vera') };

export const anActivity = (change: Partial<ActivityWritten> = {}): ActivityWritten => ({
  kind: 'TRAINING_GIVEN',
  title: 'What to look for at the front desk',
  on: '2026-03-01',
  audience: ['HOSPITALITY'],
  attendance: { people: 24, isEstimate: false },
  reach: null,
  languages: ['eng', 'spa'],
  materials: 'Cards for the desk',
  funding: ['OTHER_GRANT'],
  isLobbying: false,
  outcomes: 'The hotel asked for another one',
  test: null,
  ...change,
});

export const aPolicyItem = (change: Partial<PolicyWritten> = {}): PolicyWritten => ({
  title: 'Beds for families',
  level: 'REGIONAL',
  issues: ['SAFE_HOUSING', 'FUNDING'],
  stage: 'DRAFT',
  position: 'FOR',
  asks: 'Twelve beds for families\nMoney for three years',
  nextOn: '2026-03-20',
  nextWhat: 'Talk at the ministry',
  contacts: 'The housing office',
  ...change,
});

export const aStory = (change: Partial<StoryWritten> = {}): StoryWritten => ({
  alias: 'Alma',
  medium: 'PRINT',
  text: 'I learnt to bake again, and now I bake for others.',
  uses: ['OWN_MATERIAL', 'TRAINING'],
  audience: ['PUBLIC'],
  withPhoto: false,
  signedOn: '2026-03-02',
  expiresOn: '2027-03-02',
  fee: '150',
  feePaidOn: '2026-03-02',
  isAdult: true,
  isEarly: false,
  toldSheCanWait: false,
  ...change,
});

export const aCampaign = (change: Partial<Campaign> = {}): Campaign => ({
  title: 'Work without fear',
  startsOn: '2026-04-10',
  endsOn: '2026-04-24',
  audience: ['LABOUR', 'PUBLIC'],
  message: 'Your papers are yours. Call, it costs nothing.',
  checks: [],
  reviewed: 'NOT_YET',
  state: 'PLANNED',
  ...change,
});

export const aMaterial = (change: Partial<Material> = {}): Material => ({
  title: 'Card for the front desk',
  kind: 'CARD',
  language: 'eng',
  version: 1,
  since: '2026-01-01',
  expiresOn: '2026-12-31',
  where: 'Shelf by the door',
  isWithdrawn: false,
  ...change,
});
