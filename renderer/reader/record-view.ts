// The record as a page: the same lines as `record.html`, made here out of plain text.
import { packageText } from '#shared/text/en/package';
import { readerText } from '#shared/text/en/reader';
import { el, line } from './dom.ts';
import type { ReadableRecord, Row } from './record.ts';

export function recordView(record: ReadableRecord): HTMLElement {
  const coded = Object.entries(record.htcds ?? {}).map(([label, value]) => ({ label, value }));
  const files = (record.files ?? []).map(({ name, title }) => ({ label: name, value: title }));
  const more = [
    { title: readerText.coded, rows: coded },
    { title: packageText.files, rows: files },
  ].filter(({ rows }) => rows.length > 0);
  const sections = [...record.sections, ...more];
  return el('div', { class: 'record' }, ...sections.map(({ title, rows }) => sectionView(title, rows)));
}

const sectionView = (title: string, rows: readonly Row[]): HTMLElement =>
  el('section', {}, el('h3', { dir: 'auto' }, title), el('dl', {}, ...rows.map(rowView)));

function rowView({ label, value, source, hers }: Row): HTMLElement {
  const words = el(
    'span',
    hers ? { dir: 'auto', class: 'hers' } : { dir: 'auto' },
    hers ? packageText.quoted(value) : value,
  );
  const note = source === undefined ? '' : packageText.sourceOf(source);
  return line(label, el('span', {}, words, note === '' ? null : el('span', { class: 'source', dir: 'ltr' }, note)));
}
