// A calendar month as the days that bound it: the first, and the first of the next.
export function monthOf(day: string, months = 0): { from: string; to: string } {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = (more: number): string =>
    new Date(Date.UTC(year, month - 1 + months + more, 1)).toISOString().slice(0, 10);
  return { from: first(0), to: first(1) };
}
