// Month names as people write them in the languages of the app and of its neighbours: full and short forms.
import { matchKey } from './cell.ts';

// One row per language, twelve months; spellings of one month are separated by "|".
const names = [
  'january|jan,february|feb,march|mar,april|apr,may,june|jun,july|jul,august|aug,september|sept|sep,october|oct,november|nov,december|dec',
  'janvier|janv,février|fév|févr,mars,avril|avr,mai,juin,juillet|juil,août,septembre,octobre,novembre,décembre|déc',
  'enero|ene,febrero,marzo,abril|abr,mayo,junio,julio,agosto|ago,septiembre|setiembre|set,octubre,noviembre,diciembre|dic',
  'janeiro,fevereiro|fev,março,abril,maio,junho,julho,agosto,setembro,outubro|out,novembro,dezembro|dez',
  'يناير|كانون الثاني|جانفي,فبراير|شباط|فيفري,مارس|آذار,أبريل|إبريل|نيسان|أفريل,مايو|أيار|ماي,يونيو|حزيران|جوان,يوليو|تموز|جويلية,أغسطس|آب|أوت,سبتمبر|أيلول,أكتوبر|تشرين الأول,نوفمبر|تشرين الثاني,ديسمبر|كانون الأول',
  'январь|января|янв,февраль|февраля|фев,март|марта|мар,апрель|апреля|апр,май|мая,июнь|июня|июн,июль|июля|июл,август|августа|авг,сентябрь|сентября|сен|сент,октябрь|октября|окт,ноябрь|ноября|ноя,декабрь|декабря|дек',
  'січень|січня,лютий|лютого,березень|березня,квітень|квітня,травень|травня,червень|червня,липень|липня,серпень|серпня,вересень|вересня,жовтень|жовтня,листопад|листопада,грудень|грудня',
];

const months = new Map<string, number>();
for (const language of names) {
  language.split(',').forEach((spellings, index) => {
    for (const spelling of spellings.split('|')) months.set(matchKey(spelling), index + 1);
  });
}

/** 1–12, or null for a word that names no month. */
export const monthNamed = (word: string): number | null => months.get(matchKey(word)) ?? null;
