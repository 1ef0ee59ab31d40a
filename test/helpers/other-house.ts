// Another house that sends to ours: a vault of its own, which seals real packages to our key.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordId } from '#shared/ids';
import type { PlannedPackage } from '#shared/records/export-package';
import { Office } from './office.ts';

export class OtherHouse {
  readonly office: Office;
  readonly planned: PlannedPackage;

  private constructor(office: Office, planned: PlannedPackage) {
    this.office = office;
    this.planned = planned;
  }

  /** Somebody called Finch lives there, and allowed her name, needs and health to be sent to whoever has this key. */
  static async open(recipient: string, start = '2026-05-01T09:00', folder?: string): Promise<OtherHouse> {
    const office = await Office.open(start, folder, { shelterName: 'Harbour House' });
    const { id, revision } = await office.agency('The house by the harbour');
    await office.vault.ask('partnerAgency.pinRecipient', {
      id,
      basedOn: revision,
      recipient,
      name: '',
      wordsCompared: true,
    });
    const caseFileId = await office.openCase();
    const categories = ['NAME' as const, 'NEEDS' as const, 'HEALTH' as const];
    const release = await office.signedRelease(caseFileId, id, categories);
    const { purpose } = release;
    return new OtherHouse(office, { caseFileId, releaseId: release.id, partnerAgencyId: id, categories, purpose });
  }

  /** A file of Finch's case. */
  async add(content: string | Buffer, title: string): Promise<RecordId> {
    const path = join(this.office.place, 'chosen.bin');
    writeFileSync(path, content);
    const { caseFileId } = this.planned;
    const file = this.office.vault.grant(path) as never;
    return (await this.office.vault.ask('attachment.add', { caseFileId, file, title, sealed: false })).attachment.id;
  }

  /** Another package each time; the path of its file. */
  async send(...files: readonly RecordId[]): Promise<string> {
    const along = files.map((attachmentId) => ({ attachmentId, category: 'HEALTH' as const }));
    const { fileName } = await this.office.create(
      along.length === 0 ? this.planned : { ...this.planned, files: along },
    );
    return join(this.office.place, fileName);
  }

  /** The same, sealed with a passphrase. */
  async sendWith(passphrase: string): Promise<string> {
    const { contentSha256 } = await this.office.preview(this.planned);
    const { fileName } = await this.office.vault.ask('exportPackage.create', {
      ...this.planned,
      contentSha256: contentSha256!,
      sealedTo: { by: 'passphrase', passphrase },
      folder: this.office.vault.grant(this.office.place),
    });
    return join(this.office.place, fileName);
  }
}
