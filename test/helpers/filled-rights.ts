// What was asked about a record in the filled vault: one request near its day, one refused, and what stands beside the record.
import type { CaseFileId } from '#shared/ids';
import { aNote, openCase } from './casework.ts';
import type { TestVault } from './vault.ts';

export async function askAboutTheRecord(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  vault.clock.set('2026-04-29T09:00');
  const self = { caseFileId, askedBy: { who: 'SELF' as const } };
  const copy = await vault.ask('rightsRequest.receive', {
    ...self,
    kind: 'COPY',
    receivedOn: '2026-04-22',
    words: 'I want my own copy, to read it in my room.',
    timing: 'POLICY',
  });
  const asked = { requestId: copy.id, basedOn: copy.revision };
  await vault.ask('rightsRequest.checkIdentity', { ...asked, how: 'SAFE_WORD' });
  const erase = await vault.ask('rightsRequest.receive', {
    ...self,
    kind: 'ERASE',
    receivedOn: '2026-04-24',
    words: '',
    timing: 'GDPR',
  });
  const { revision } = await vault.ask('rightsRequest.checkIdentity', {
    requestId: erase.id,
    basedOn: erase.revision,
    how: 'IN_PERSON',
  });
  const outcome = {
    end: 'REFUSED' as const,
    codes: ['STATUTORY_RETENTION' as const],
    words: 'The law keeps the medical notes for a year. The story can go today.',
    partlyOffered: true,
    reviewOn: '2026-10-24',
  };
  await vault.ask('rightsRequest.settle', { requestId: erase.id, basedOn: revision, outcome });
  const note = await vault.ask('caseNote.add', aNote(caseFileId, { body: 'Came from the coast by bus.' }));
  await vault.ask('amendment.add', {
    caseFileId,
    kind: 'CORRECTION',
    about: { recordKind: 'case-note', recordId: note.id, revision: note.revision },
    part: 'How the journey began',
    wrong: 'by bus',
    words: 'I walked. The bus came later.',
    saidOn: '2026-04-24',
  });
  await vault.ask('disclosureLog.add', {
    caseFileId,
    way: 'SPOKEN',
    sentOn: '2026-04-28',
    recipientName: 'The night nurse of the hospital',
    partnerAgencyId: null,
    purpose: '',
    categories: ['HEALTH'],
    what: 'The allergy, before the injection',
    basis: { kind: 'IMMINENT_DANGER_POLICY', reference: 'She could not speak' },
    survivorTold: { told: true, how: 'By Jo, when she woke' },
    steps: 'Nothing about the house was said',
  });
  await vault.ask('amendment.add', {
    caseFileId,
    kind: 'STATEMENT',
    about: null,
    part: '',
    wrong: '',
    words: 'Nobody rescued me. I opened the door myself.',
    saidOn: '2026-04-24',
  });
}

/** A paper about somebody who has left, a report that a law asked for, and a stick that was lost. */
export async function comesFromOutside(
  vault: TestVault,
  caseFileId: CaseFileId,
): Promise<{ requestId: string; breachId: string }> {
  vault.clock.set('2026-05-01T10:00');
  const left = await openCase(vault, 'Sparrow');
  const request = await vault.ask('legalRequest.log', {
    instrument: 'SUBPOENA',
    servedBy: 'A process server, Hill and Partners',
    receivedOn: '2026-05-01',
    asksFor: 'All records about the person named in it',
    deadlines: [{ what: 'Answer the subpoena', on: '2026-05-06', isDone: false }],
    caseFileId: left,
  });
  const { id: requestId, revision: basedOn, deadlines, asksFor } = request;
  await vault.ask('legalRequest.save', {
    requestId,
    basedOn,
    told: { deadlines, asksFor, instrument: 'JUDGE_ORDER' },
    course: {
      counsel: 'Legal aid',
      validity: { judgeSigned: true, found: 'Signed by a judge of the district, and meant for this house' },
      wish: { wants: 'OPPOSE', on: '2026-05-01', how: 'By telephone, with the safe word' },
      protective: 'The answer goes to the judge alone',
      steps: ['IN_CAMERA'],
      decision: 'With counsel: the ordered parts only',
    },
    to: 'DECIDED',
  });
  await vault.ask('mandatedReport.add', {
    caseFileId,
    trigger: 'IMMINENT_HARM',
    law: 'State code § 11165',
    reportedTo: 'The hotline of the state',
    reportedOn: '2026-04-30',
    reportedTime: '09:40',
    content: 'That somebody waits at the bus stop, and the number of the car',
    categories: ['TRAFFICKER_INFO'],
    reference: 'HL-204',
    told: 'BEFORE',
    toldHow: 'By Ana, in the garden',
    wishes: 'That my sister is not named.',
    support: 'Ana stayed until noon',
  });
  const { breachId } = await vault.ask('breach.report', {
    kind: 'LOST_MEDIA',
    event: 'The blue stick is not in the drawer.',
    happenedOn: null,
    knownAt: vault.clock.now,
  });
  const breach = await vault.ask('breach.get', { breachId });
  await vault.ask('breach.save', {
    breachId,
    basedOn: breach.revision,
    course: {
      dataClasses: ['NAME', 'CASE_NOTES'],
      affected: [
        { caseFileId, location: false, safety: 'SAFE', how: 'Knows of it, and is calm' },
        { caseFileId: left, location: true, safety: 'NOT_YET', how: '' },
      ],
      containment: 'Searched the office and the car',
      authority: { answer: 'YES', why: '' },
      notifications: [],
      media: { PASSPHRASE_STRENGTH: 'Seven words, three people' },
      lessons: '',
    },
    close: false,
  });
  return { requestId, breachId };
}
