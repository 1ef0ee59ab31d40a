// 0.58 → "58%".
const format = new Intl.NumberFormat('en', { style: 'percent' });
export const percent = (share: number): string => format.format(share);
