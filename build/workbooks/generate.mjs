// Invented workbooks in the shape of IOM's HTCDS case sheets, for tests, the demo and the benchmark.
// Nothing is copied: headers and codes are facts of the standard, every person is made up, every byte is written here.
import { makeCast } from './cast.mjs';
import { allFields, meantFields, templateColumns } from './headers.mjs';
import { trapNames, traps } from './traps.mjs';
import { writeCsv, writeWorkbook } from './write-workbook.mjs';

/** The person's first spelling, and the second one further down. */
export const sameTwice = {
  first: ['Marguerite', 'Oyelaran'],
  second: ['Margerite', 'Oyelaran'],
  born: '1990-05-17',
  citizenship: ['NG'],
};

/**
 * The people of a workbook. With traps, the first people carry one trap each (as many as fit), then one person comes twice,
 * one row is hidden, and blank rows stand between.
 */
export function castOf({ seed = 1, people = 60, shape = 'single', traps: withTraps = true } = {}) {
  const cast = makeCast({ seed, people, multi: shape !== 'single' });
  if (!withTraps) return cast;
  trapNames.slice(0, Math.max(0, people - 4)).forEach((name, at) => {
    traps[name](cast[at].cells);
    cast[at].trap = name;
  });
  if (people < trapNames.length + 4) return cast;
  const twice = (at, [first, second]) => {
    Object.assign(cast[at].meant, {
      prs_FirstName: first,
      prs_SecondName: second,
      prs_Birthdate: sameTwice.born,
      prs_Citizenship: sameTwice.citizenship,
    });
    Object.assign(cast[at].cells, {
      prs_FirstName: first,
      prs_SecondName: second,
      prs_Birthdate: sameTwice.born,
      prs_Citizenship: 'NG',
    });
    cast[at].trap = 'the same person twice';
  };
  twice(people - 4, sameTwice.first);
  twice(people - 1, sameTwice.second);
  cast[people - 2].hidden = true;
  cast[people - 2].trap = 'hidden row';
  return cast;
}

/** Rows of the data sheet, from the first below the header. Every ninth person is followed by one to three blank rows. */
function dataRows(cast, fields, { first, counter, blanks }) {
  const rows = [];
  let number = first;
  cast.forEach(({ cells, hidden }, at) => {
    rows.push({
      number,
      hidden,
      cells: [counter ? { number: number - first + 1 } : undefined, ...fields.map((field) => cells[field])],
    });
    number += 1;
    if (!blanks || at % 9 !== 8) return;
    for (let blank = 0; blank <= at % 3; blank += 1, number += 1) {
      rows.push({ number, cells: counter ? [{ number: number - first + 1 }] : [] });
    }
  });
  return rows;
}

/** The row number in the file of each person of `castOf` with the same options. */
export function rowNumbersOf(options = {}) {
  const { shape = 'single', traps: withTraps = true } = options;
  const cast = castOf(options);
  const first = shape === 'csv' ? 2 : 3;
  const numbers = [];
  dataRows(cast, [], { first, counter: false, blanks: withTraps }).reduce((at, row) => {
    if (row.hidden !== undefined) numbers.push(row.number);
    return at;
  }, 0);
  return numbers;
}

// Lookup lists beside the data, as in the templates: labels of fields as headers, but nobody named.
const lookupSheets = [
  { name: 'about', rows: [{ number: 1, cells: ['Invented case sheet in the shape of HTCDS 2.0'] }] },
  {
    name: 'validation',
    rows: [
      { number: 1, cells: ['Validation Lookups'] },
      {
        number: 3,
        cells: [
          undefined,
          'Gender',
          'Country',
          'Method of Recruitment',
          'Methods of Control',
          'Type of Exploitation',
          'Status',
        ],
      },
      { number: 4, cells: [undefined, 'Feminine', 'Albania', 'At work', 'Debt bondage', 'Forced labour', 'Active'] },
    ],
  },
];

/**
 * A workbook as bytes. Shapes: `single` (.xlsx with lookup sheets, one entry per cell), `multi` (.xlsm, several entries per
 * cell), `plain` (.xlsx, one sheet) and `csv` (labels only, UTF-8 with byte-order mark). `fields: 'all'` fills all 84 columns.
 */
export async function makeWorkbook(options = {}) {
  const { shape = 'single', traps: withTraps = true, fields = 'template' } = options;
  const cast = castOf(options);
  if (fields === 'all') return allFieldsWorkbook(cast);
  const labels = templateColumns.map(([label]) => label);
  if (shape === 'csv') {
    const rows = [
      { number: 1, cells: labels },
      ...dataRows(cast, meantFields, { first: 2, counter: false, blanks: withTraps }),
    ];
    return writeCsv({ rows: rows.map((row) => (row.number === 1 ? row : { ...row, cells: row.cells.slice(1) })) });
  }
  const rows = [
    { number: 1, hidden: true, cells: [undefined, ...templateColumns.map(([, name]) => name)] },
    { number: 2, cells: [undefined, ...labels] },
    ...dataRows(cast, meantFields, { first: 3, counter: true, blanks: withTraps }),
  ];
  const sheets = shape === 'plain' ? [{ name: 'Sheet1', rows }] : [{ name: 'Case Sheet', rows }, ...lookupSheets];
  return writeWorkbook({ sheets, macroEnabled: shape === 'multi', noReferences: false });
}

/** All 84 columns filled in every row: the widest sheet an import can meet. */
function allFieldsWorkbook(cast) {
  const names = allFields.map(([name]) => name);
  const rows = cast.map(({ cells }, at) => ({
    number: at + 3,
    cells: names.map((name) => cells[name] ?? fillFor(name, at)),
  }));
  const header = [
    { number: 1, hidden: true, cells: names },
    { number: 2, cells: allFields.map(([, label]) => label) },
  ];
  return writeWorkbook({ sheets: [{ name: 'All fields', rows: [...header, ...rows] }] });
}

const fills = {
  org_Type: 'NGO',
  prs_Deceased: 'No',
  prs_MiddleName: 'A.',
  prs_MaritalStatus: 'Single',
  prs_PrimaryLanguage: 'yor',
  prs_SecondaryLanguage: 'eng',
  prs_HighestLevelOfEducation: 'Primary Education',
  vic_AgreementToManagePersonalData: 'Yes',
  vic_RelationshipToTrafficker: 'Acquainted',
  vic_RecruitmentWebsitesAndApps: 'Facebook;WhatsApp',
  vic_TypeOfSexExploitation: 'Remote Interactive Services',
  vic_ExploitationWebsitesAndApps: 'Telegram',
  vic_Vulnerabilities: 'Poverty;Migration',
  vic_ForcedLabourIndustry: 'Construction',
  per_RoleInProcess: 'Transporter;Exploiter',
  hte_Type: 'Transit',
  spl_Type: 'Health',
  cas_ReasonForOutgoingReferral: 'Other',
};

function fillFor(name, at) {
  if (fills[name] !== undefined) return fills[name];
  if (/Date$/.test(name)) return { number: 45_000 + (at % 900), format: 'date' };
  if (/Latitude|Longitude|Number|Age/.test(name)) return { number: at % 18 };
  if (/Country$/.test(name)) return 'GB';
  return `${name.slice(4)} of row ${at + 3}, written for this row alone`;
}
