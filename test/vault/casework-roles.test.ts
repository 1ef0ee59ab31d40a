// domain §0, HOUSE_STAFF: what never reaches house staff whatever they ask. What they may ask at all is in role-table.ts.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import { aNeed, aNote, aRelease, aSafetyPlan, aSupportPlan, openCase, said } from '../helpers/casework.ts';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

/** Rare words in every place of the record that is not for house staff. */
const STORY = [
  'zebrafinch',
  'quillwort',
  'oxbowlake',
  'saltmarsh',
  'thornapple',
  'marshwiggle',
  'kingcup',
  'foxglove',
  'peppermoth',
];

let vault: TestVault;
let maya: CaseFileId;
const needIds: Record<string, string> = {};

beforeAll(async () => {
  vault = await newVault();
  maya = await openCase(vault);
  const need = async (title: string, change: object) => {
    needIds[title] = (await vault.ask('need.add', { ...aNeed(maya), title, note: 'saltmarsh', ...change })).id;
  };
  await need('Warm clothes, shoes 38', {});
  await need('zebrafinch', { domain: 'HEALTH', code: 'SUICIDAL_INTENT', urgency: 'U0' });
  await need('quillwort', { domain: 'LEGAL', code: 'IMMIGRATION_DEADLINE', urgency: 'U2' });
  await need('oxbowlake', { domain: 'PRACTICAL', code: 'STORAGE', urgency: 'U3' });
  await need('peppermoth', { code: 'OTHER', urgency: 'U1' });
  await vault.ask('intake.save', {
    caseFileId: maya,
    basedOn: 0,
    formVersion: 1,
    answers: {
      allergy: said('Nuts'),
      medicine: said('thornapple'),
      nationality: said('marshwiggle'),
      'identify-as': said('Mia from the library'),
      'contact-methods': said([
        { way: 'CALL', value: 'kingcup', safe: 'NO', when: '', caution: 'room-mate answers', voicemail: 'NO' },
      ]),
    },
  });
  await vault.ask('safetyPlan.save', {
    ...aSafetyPlan(maya),
    answers: { worries: said([{ words: 'foxglove' }]), 'may-do': said([{ words: 'Ring my sister' }]) },
  });
  await vault.ask('safetyPlan.saveSealed', {
    caseFileId: maya,
    basedOn: 0,
    formVersion: 1,
    answers: { 'code-word': said('peppermoth') },
  });
  await vault.ask('supportPlan.save', { ...aSupportPlan(maya), vision: 'thornapple' });
  await vault.ask('caseNote.add', aNote(maya, { body: 'foxglove' }));
  await vault.ask('release.draft', { basedOn: 0, release: aRelease(maya) });
  await vault.signInAs('house-staff');
});
afterAll(() => vault.remove());

describe('house staff', () => {
  it('see the house card: name, allergy, cautions, what they may do, and needs that carry no story', async () => {
    const card = await vault.ask('caseFile.houseCard', { caseFileId: maya });
    expect(card).toMatchObject({
      nameUsed: 'Maya',
      identifyAs: 'Mia from the library',
      goodToKnow: [{ kind: 'allergy', words: 'Nuts' }],
      cautions: [
        { way: 'CALL', safe: 'NO', caution: 'room-mate answers' },
        { way: 'VOICEMAIL', safe: 'NO' },
      ],
      mayDo: [{ words: 'Ring my sister' }],
    });
    expect(card.needs.map(({ sees, title, domain, mayTick }) => [sees, title, domain, mayTick])).toEqual([
      // In danger of her life: it is not over because somebody looked in.
      ['check-in', '', null, false],
      ['words', 'Warm clothes, shoes 38', 'PRACTICAL', true],
    ]);
  });

  it('never receive a word of the story, by any operation they may call', async () => {
    const answers = [
      await vault.ask('caseFile.houseList', {}),
      await vault.ask('caseFile.houseCard', { caseFileId: maya }),
      await vault.ask('need.due', {}),
      await vault.ask('today.get', {}),
      await vault.ask('draft.list', {}),
    ];
    const heard = JSON.stringify(answers);
    expect(heard).toContain('Maya');
    expect(STORY.filter((word) => heard.includes(word))).toEqual([]);
  });

  it('get needs and their own draft on Today, and no reviews or releases', async () => {
    const today = await vault.ask('today.get', {});
    expect(today).toMatchObject({ openNeeds: 2, casesWithOpenNeeds: 1, reviews: [], releasesEnding: [], resume: null });
  });

  it('tick what they did, and only what they can see', async () => {
    for (const title of ['zebrafinch', 'quillwort', 'oxbowlake', 'peppermoth']) {
      expect(await outcome(vault.ask('need.tick', { needId: needIds[title]!, basedOn: 1 }))).toBe('not-found');
    }
    expect(await vault.ask('need.tick', { needId: needIds['Warm clothes, shoes 38']!, basedOn: 1 })).toEqual({
      revision: 2,
    });
    expect((await vault.ask('need.due', {})).total).toBe(1);
  });
});
