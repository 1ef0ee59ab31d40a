// Everything that real case sheets do to an import, each on one person, in this order. Tests know them by name.
import { serialOf } from './write-workbook.mjs';

const words32k = `She asked that this be kept whole. ${'Night after night the same road. '.repeat(1_100)}`.slice(
  0,
  32_767,
);

/** Name → what it changes in the cells of its person. */
export const traps = {
  'date as a number without a date format': (cells) => (cells.prs_Birthdate = { number: serialOf('1993-08-21') }),
  'date with a custom format': (cells) =>
    (cells.prs_Birthdate = { number: serialOf('1993-08-21'), format: 'customDate' }),
  'date as day/month/year text': (cells) => (cells.prs_Birthdate = '21/08/1993'),
  'date as ISO text': (cells) => (cells.prs_Birthdate = '1993-08-21'),
  'date as ISO text with a time': (cells) => (cells.prs_Birthdate = '1993-08-21T00:00:00'),
  'bare year as a number': (cells) => (cells.prs_Birthdate = { number: 1993 }),
  'bare year in a date cell': (cells) => (cells.prs_Birthdate = { number: 1993, format: 'date' }),
  'bare year as text': (cells) => (cells.prs_Birthdate = ' 1993 '),
  'month and year': (cells) => (cells.prs_Birthdate = 'March 2019'),
  'month and year in Arabic': (cells) => (cells.prs_Birthdate = 'آذار ١٩٩٣'),
  'day with a month name': (cells) => (cells.prs_Birthdate = '21st of August, 1993'),
  'date in words': (cells) => (cells.prs_Birthdate = 'about ten years ago, after the rains'),
  'about a year': (cells) => (cells.prs_Birthdate = 'about 1993'),
  'day or month first': (cells) => (cells.prs_Birthdate = '03/04/1993'),
  'month first only': (cells) => (cells.prs_Birthdate = '08/21/1993'),
  'day that does not exist': (cells) => (cells.prs_Birthdate = '31/02/1993'),
  'two-digit year': (cells) => (cells.prs_Birthdate = '21/08/93'),
  'other case and stray spaces': (cells) => {
    cells.prs_Gender = '  feminine ';
    cells.vic_TypeOfExploitation = 'FORCED LABOUR ;  sexual   exploitation';
    cells.prs_Citizenship = ' ng';
  },
  'trailing and doubled semicolons': (cells) => (cells.vic_MethodsOfControl = ';Debt bondage;; Takes earnings ; ;'),
  'codes instead of labels': (cells) => {
    cells.cas_Status = 'ClosedReferred';
    cells.vic_MethodsOfControl = 'DebtBondage;TakesEarnings';
    cells.prs_Citizenship = 'NGA';
  },
  'label that holds a semicolon': (cells) =>
    (cells.vic_ForcedLabourIndustry = 'Water supply; sewerage, waste management and remediation;'),
  'commas between entries': (cells) => (cells.vic_MethodsOfControl = 'Debt bondage, Takes earnings'),
  'unknown value': (cells) => (cells.prs_Gender = 'Femenine'),
  'unknown value among known ones': (cells) => (cells.vic_MethodsOfControl = 'Debt bondage;Took her phone'),
  'value with two meanings': (cells) => (cells.prs_Citizenship = 'NA'),
  'yes in another language': (cells) => (cells.con_Consent = 'Oui'),
  'no in another script': (cells) => (cells.con_Consent = 'Нет'),
  'yes as a number': (cells) => (cells.con_Consent = { number: 1 }),
  'yes as a truth value': (cells) => (cells.con_Consent = { yes: true }),
  'consent with conditions': (cells) => (cells.con_Consent = 'yes, but not to the police'),
  'formula with a saved value': (cells) =>
    (cells.cas_CaseOwner = { formula: 'HYPERLINK("http://example.invalid","B. Marlowe")', value: 'B. Marlowe' }),
  'formula without a saved value': (cells) => (cells.cas_CaseOwner = { formula: '1+1' }),
  'text that looks like a formula': (cells) => (cells.cas_IncomingReferralDetails = '=cmd|"/c calc"!A1'),
  'cell of 32,767 characters': (cells) => (cells.cas_IncomingReferralDetails = words32k),
  'error instead of a value': (cells) => (cells.prs_Citizenship = { error: '#REF!' }),
  'rich text with a reading guide': (cells) => (cells.prs_FirstName = { rich: ['小', '丽'], guide: 'シャオリー' }),
  'text inside the cell': (cells) => (cells.prs_FirstName = { inline: 'Amara & <Ọlá>' }),
  'postcode as a number with zeros': (cells) => (cells.prs_MailingPostalCode = { number: 1319, format: 'zeros' }),
  'phone as a number': (cells) => (cells.prs_MobilePhone = { number: '4.47700900171E+11' }),
  'unknown in words': (cells) => (cells.prs_Birthdate = 'not known'),
  'declined in words': (cells) => (cells.prs_Citizenship = 'prefers not to say'),
  'not applicable in signs': (cells) => (cells.vic_ForcedLabourIndustry = 'N/A'),
  'dash for nothing': (cells) => (cells.prs_MobilePhone = '-'),
  'nobody named': (cells) => {
    delete cells.prs_FirstName;
    delete cells.prs_SecondName;
  },
  'one name only': (cells) => delete cells.prs_SecondName,
  'line ends of three kinds': (cells) => (cells.cas_IncomingReferralDetails = 'first\r\nsecond\nthird'),
};

export const trapNames = Object.keys(traps);
