// One day of a shelter and its three colleagues: who is at the desk, what lies where, and how the work goes on after each end.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { firstRule } from '#shared/records/backup-rule';
import { ChoiceHandle, RecordId } from '#shared/ids';
import { makeWorkbook } from '../../../build/workbooks/generate.mjs';
import { agencyDetails, aNeed, aRelease, onPaper } from '../../helpers/casework.ts';
import { phoneJpeg } from '../../helpers/pictures.ts';
import { seededNumbers } from '../../helpers/seeded-numbers.ts';
import { ANA, type Colleague, JO, LENA, makeHouse, type SmallHouse } from '../../helpers/small-house.ts';
import { launchApp, type RunningApp } from '../driver/app.ts';
import { type Home, newHome } from '../driver/home.ts';
import { pageVault, type PageVault } from '../driver/page-vault.ts';
import { type Family, familyOf } from './processes.ts';
import { Ledger } from './ledger.ts';
import type { SharedCase } from './look.ts';

export const colleagues: readonly Colleague[] = [ANA, JO, LENA];
const PEOPLE = ['Maya', 'Tomás', 'Ines', 'Luz'];
/** In one workbook; so many take the vault some tenths of a second to write. */
const IN_A_WORKBOOK = 60;
const WORKBOOKS = 4;
const BEGINS = '2026-05-04T07:30';

/** Somebody at the desk, signed in. */
export interface Shift {
  readonly who: Colleague;
  readonly vault: PageVault;
}

interface Places {
  readonly desk: string;
  readonly stick: string;
  readonly backups: string;
}

export class Day {
  readonly ledger: Ledger;
  below: (limit: number) => number;
  readonly #seed: number;
  readonly home: Home = newHome();
  readonly notes = mkdtempSync(join(tmpdir(), 'kills-'));
  readonly purpose = 'Booking a first visit';
  readonly shared: SharedCase[] = [];
  readonly permissions = new Map<string, string>();
  /** Of a picture that Maya keeps here, its id; and what lies on the desk to be brought in. */
  picture = '';
  readonly workbooks: string[] = [];
  readonly clinic = { id: '', recipient: '', identity: '' };
  readonly places: Places;
  app!: RunningApp;
  family!: Family;
  #count = 0;
  #ahead = Date.parse(`${BEGINS}Z`) - Date.now();

  constructor(seed: number) {
    this.#seed = seed;
    this.below = seededNumbers(seed);
    this.ledger = new Ledger(join(this.notes, 'ledger.jsonl'));
    const folder = (name: string): string => this.home.folder(name);
    this.places = { desk: folder('desk'), stick: folder('stick'), backups: folder('backups') };
  }

  readonly pick = <T>(list: readonly T[]): T => list[this.below(list.length)]!;
  readonly next = (): number => (this.#count += 1);
  get now(): number {
    return Date.now() + this.#ahead;
  }

  passphraseOf = ({ signInName, passphrase }: Colleague): string =>
    this.ledger.get(`passphrase/${signInName}`) ?? passphrase;

  /** Each round draws from its own numbers, so that one act more or less in a round changes nothing in the next. */
  drawFor(kill: number): void {
    this.below = seededNumbers(this.#seed * 1_000 + kill);
  }

  /** The clock of the house goes on by so many minutes, and never back. */
  later(minutes: number): void {
    this.#ahead += minutes * 60_000;
    writeFileSync(this.#clockFile, String(this.#ahead), { mode: 0o644 });
  }

  get #clockFile(): string {
    return join(this.home.root, 'clock');
  }

  /** Furnishes the house and opens the app at the unlock screen. */
  async begin(): Promise<void> {
    this.clinic.identity = await generateX25519Identity();
    this.clinic.recipient = await identityToRecipient(this.clinic.identity);
    await makeHouse(this.home.dataDir, '2026-05-02T18:00', (house) => this.#furnish(house));
    await this.#layOut();
    this.later(0);
    await this.start();
  }

  async start(): Promise<void> {
    this.app = await launchApp({ home: this.home, args: [`--clock-file=${this.#clockFile}`] });
    await this.attached();
  }

  /** After each start: as if the app had run for a minute, so that its next death is not counted as a start that failed. */
  async attached(): Promise<void> {
    this.app.page.setDefaultTimeout(20_000);
    await this.app.inMain(() => {
      process.uptime = () => 60;
    });
    this.family = await familyOf(this.app);
  }

  sitDown = async (who: Colleague): Promise<Shift> => ({ who, vault: await pageVault(this.app) });

  colleague = (signInName: string): Colleague => colleagues.find((one) => one.signInName === signInName)!;

  /** `keep`: something was lost, so the ledger and the home stay to be looked into. */
  async end(keep: boolean): Promise<void> {
    await this.app.stop();
    if (keep) console.log(`what is left of the day: ${this.home.root}, ${this.notes}`);
    else for (const path of [this.home.root, this.notes]) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Workbooks on the desk. */
  async #layOut(): Promise<void> {
    for (let seed = 1; seed <= WORKBOOKS; seed += 1) {
      const path = join(this.places.desk, `people-${seed}.xlsx`);
      const workbook = await makeWorkbook({ seed, people: IN_A_WORKBOOK, shape: 'single', traps: false });
      writeFileSync(path, workbook, { mode: 0o644 });
      this.workbooks.push(path);
    }
  }

  async #furnish(house: SmallHouse): Promise<void> {
    const { vault } = house;
    await house.as(ANA);
    // Every backup of the day must be there in the evening: none makes room for a later one.
    await vault.ask('backupRule.save', { ...firstRule, clearsOlder: false, basedOn: 0 });
    const agency = await vault.ask('partnerAgency.save', { basedOn: 0, details: agencyDetails('Clinic A') });
    const { recipient } = this.clinic;
    const key = { recipient, name: 'Rosa', wordsCompared: true };
    await vault.ask('partnerAgency.pinRecipient', { id: agency.id, basedOn: agency.revision, ...key });
    this.clinic.id = agency.id;
    this.ledger.settled('agency/Clinic A', 'there');
    for (const name of PEOPLE) await this.#movesIn(house, name);
    const [first] = this.shared;
    const path = join(this.places.desk, 'coat.jpg');
    writeFileSync(path, phoneJpeg(1));
    const told = { caseFileId: first!.id, title: 'A coat', sealed: false };
    await house.as(ANA);
    const file = ChoiceHandle.parse(vault.grant(path));
    this.picture = (await vault.ask('attachment.add', { ...told, file })).attachment.id;
    this.ledger.settled(`file/${first!.name}/A coat`, 'jpeg');
  }

  async #movesIn(house: SmallHouse, name: string): Promise<void> {
    const { vault } = house;
    const id = await house.open(name, ANA);
    await vault.ask('need.add', { ...aNeed(id), title: 'A warm coat' });
    this.ledger.settled(`need/${name}/A warm coat`, 'IDENTIFIED');
    const partnerAgencyId = RecordId.parse(this.clinic.id);
    const terms = { startsOn: '2026-05-01', expiresOn: '2026-05-31', categories: ['NAME' as const, 'NEEDS' as const] };
    const release = aRelease(id, { purpose: this.purpose, partnerAgencyId, ...terms });
    const drafted = await vault.ask('release.draft', { basedOn: 0, release });
    const signature = onPaper('2026-05-01');
    await vault.ask('release.sign', { releaseId: drafted.id, basedOn: drafted.revision, signature });
    for (const who of [JO, LENA]) await house.letWork(who, id);
    this.shared.push({ id, name });
    this.permissions.set(id, drafted.id);
    this.ledger.settled(`permission/${name}/${this.purpose}`, 'signed');
  }
}
