// A case, a partner agency with its key, and a signed release between them: what every test of sharing begins with.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { RecordId } from '#shared/ids';
import { pinnedKeys } from '#shared/records/partner-agency';
import type { PlannedPackage } from '#shared/records/export-package';
import type { ReleaseCategory } from '#shared/records/release-categories';
import { agencyDetails, aNeed, aRelease, onPaper, openCase } from './casework.ts';
import type { VaultOptions } from './vault.ts';
import { newVault, type TestVault } from './vault.ts';
import { SimulatedSticks } from './simulated-stick.ts';
import { tempFolder } from './temp-folder.ts';

export const PURPOSE = 'Booking a first visit with the dental nurse';

/** One test's office: a vault, the sticks of its computer, a folder to write to, and a clinic's own identity. */
export class Office {
  vault: TestVault;
  readonly sticks: SimulatedSticks;
  readonly place: string;
  readonly identity: string;

  private constructor(vault: TestVault, sticks: SimulatedSticks, identity: string, place: string) {
    this.vault = vault;
    this.sticks = sticks;
    this.place = place;
    this.identity = identity;
  }

  /** `folder` is one that the caller removes, for an office that stays for several tests. */
  static async open(start = '2026-05-01T09:00', folder?: string, more: VaultOptions = {}): Promise<Office> {
    const within = (name: string): string => {
      const path = folder === undefined ? tempFolder() : join(folder, name);
      mkdirSync(path, { recursive: true });
      return path;
    };
    const sticks = new SimulatedSticks(within('sticks'));
    const options: VaultOptions = { ...more, sticks };
    return new Office(await newVault(start, options), sticks, await generateX25519Identity(), within('place'));
  }

  /** Locks and unlocks, as after a break. */
  async lockAndUnlock(): Promise<void> {
    this.vault.clock.advance(1_000);
    this.vault = this.vault.restart();
    await this.vault.unlock();
  }

  /** A partner agency without a key. */
  agency(name: string) {
    return this.vault.ask('partnerAgency.save', { basedOn: 0, details: agencyDetails(name) });
  }

  /** A partner agency with the clinic's key pinned. */
  async clinic(name = 'Clinic A') {
    const { id, revision } = await this.agency(name);
    const key = { recipient: await identityToRecipient(this.identity), name: 'Rosa', wordsCompared: true };
    return this.vault.ask('partnerAgency.pinRecipient', { id, basedOn: revision, ...key });
  }

  /** A case with three needs of different kinds. */
  async openCase() {
    const caseFileId = await openCase(this.vault, 'Finch');
    const need = { ...aNeed(caseFileId), urgency: 'U2' as const };
    await this.vault.ask('need.add', { ...need, domain: 'HEALTH', code: 'DENTAL_PAIN', title: 'My tooth, upper left' });
    await this.vault.ask('need.add', need);
    await this.vault.ask('need.add', {
      ...need,
      domain: 'LEGAL',
      code: 'IMMIGRATION_DEADLINE',
      title: 'The letter from the office',
    });
    return caseFileId;
  }

  async signedRelease(
    caseFileId: string,
    agencyId: string,
    categories: ReleaseCategory[],
    change: Parameters<typeof aRelease>[1] = {},
  ) {
    const terms = { purpose: PURPOSE, startsOn: '2026-05-01', expiresOn: '2026-05-31', ...change };
    const release = aRelease(caseFileId, { ...terms, partnerAgencyId: RecordId.parse(agencyId), categories });
    const drafted = await this.vault.ask('release.draft', { basedOn: 0, release });
    return this.vault.ask('release.sign', {
      releaseId: drafted.id,
      basedOn: drafted.revision,
      signature: onPaper('2026-05-01'),
    });
  }

  /** A package planned under a release that covers exactly these categories. */
  async planned(categories: ReleaseCategory[], change: Parameters<typeof aRelease>[1] = {}): Promise<PlannedPackage> {
    const { id: partnerAgencyId } = await this.clinic();
    const caseFileId = await this.openCase();
    const { id: releaseId } = await this.signedRelease(caseFileId, partnerAgencyId, categories, change);
    return { caseFileId, releaseId, partnerAgencyId, categories, purpose: PURPOSE };
  }

  preview(planned: PlannedPackage) {
    return this.vault.ask('exportPackage.preview', planned);
  }

  log(planned: PlannedPackage) {
    return this.vault.ask('exportPackage.list', { caseFileId: planned.caseFileId });
  }

  /** As a worker who leaves every key of the agency ticked. */
  async everyKey(agencyId: string) {
    const agency = await this.vault.ask('partnerAgency.get', { id: RecordId.parse(agencyId) });
    return { by: 'pinned-key' as const, recipients: pinnedKeys(agency).map(({ recipient }) => recipient) };
  }

  /** Reads it through and makes it, sealed to every key that is pinned. */
  async create(planned: PlannedPackage, folder = this.place) {
    const { contentSha256 } = await this.preview(planned);
    return this.seal(planned, contentSha256 ?? '0'.repeat(64), folder);
  }

  /** Makes it with what was read through before. */
  async seal(planned: PlannedPackage, contentSha256: string, folder = this.place) {
    const request = {
      ...planned,
      contentSha256,
      sealedTo: await this.everyKey(planned.partnerAgencyId),
      folder: this.vault.grant(folder),
    };
    return this.vault.ask('exportPackage.create', request);
  }
}
