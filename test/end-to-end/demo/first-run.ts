// The first run, to the end: office, passphrase, the recovery code typed back, the first backup.
import type { Office } from './office.ts';
import { ANA } from './office.ts';

export async function describeOffice(office: Office): Promise<void> {
  const page = office.page();
  await page.getByLabel('Name of the shelter').fill('Willow House');
  await page.getByLabel('Your name').fill(ANA.name);
  await page.getByLabel('Short name to sign in').fill(ANA.signInName);
}

const typedOnce = (office: Office) => office.page().getByLabel('Type it once, so that your fingers know it');

export async function askForPassphrase(office: Office): Promise<void> {
  await office.page().keyboard.press('Enter');
  await typedOnce(office).waitFor();
}

export async function makeVault(office: Office): Promise<void> {
  await askForPassphrase(office);
  await typePassphrase(office);
}

export async function typePassphrase(office: Office): Promise<void> {
  const page = office.page();
  const shown = await page.evaluate(() => document.body.innerText);
  office.passphrase = (shown.split('Your six words')[1] ?? '').split('Make another')[0]!.trim().split(/\s+/).join(' ');
  await typedOnce(office).fill(office.passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'The way back in' }).waitFor({ timeout: 60_000 });
}

export async function keepTheWayBack(office: Office): Promise<void> {
  const page = office.page();
  await page.getByText('The code checks itself').waitFor();
  const shown = await page.evaluate(() => document.body.innerText);
  office.recoveryCode = shown
    .match(/[0-9A-Z]{4}(?:\s+[0-9A-Z]{4}){6}/)![0]
    .split(/\s+/)
    .join('-');
  await page.getByRole('textbox').last().fill(office.recoveryCode);
  await page.getByRole('button', { name: 'First backup' }).click();
}

export async function firstBackup(office: Office, folder: string): Promise<void> {
  const page = office.page();
  await page.getByRole('button', { name: 'Choose a folder' }).waitFor();
  await office.app.answerNextDialog(folder);
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await page.getByRole('button', { name: 'Make the backup' }).click();
  await page.getByText('Your first backup opens.').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Go to Today' }).click();
  await page.getByRole('heading', { name: 'Today' }).waitFor();
}
