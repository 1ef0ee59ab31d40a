// Colleagues of a small house as the gates of training ask for them, and the gates themselves. The director writes it down.
import { ANA, type Colleague, type SmallHouse } from './small-house.ts';

const ON = '2026-04-01';

/** A confidentiality agreement, and the course on this program and devices. */
export const trainForRecords = (house: SmallHouse, who: Colleague): Promise<void> =>
  train(house, who, 'DATA', { agreementOn: ON });

/** The written determination, and the course on minors. */
export const trainForMinors = (house: SmallHouse, who: Colleague): Promise<void> =>
  train(house, who, 'MINORS', { minorsOn: ON });

async function train(house: SmallHouse, who: Colleague, courseCode: string, papers: object): Promise<void> {
  await house.as(ANA);
  const { vault } = house;
  const staffMemberId = (await vault.ask('staffMember.list', {})).find(({ name }) => name === who.name)!.id;
  const { revision: basedOn, ...facts } = await vault.ask('colleagueFacts.get', { staffMemberId });
  await vault.ask('colleagueFacts.save', { ...facts, ...papers, basedOn });
  await vault.ask('training.complete', { staffMemberId, courseCode, on: ON, hours: 2, provider: '', evidence: '' });
}

export async function holdGates(house: SmallHouse): Promise<void> {
  await house.as(ANA);
  await house.vault.ask('trainingGate.turn', { basedOn: 0, isOn: true, reason: '' });
}
