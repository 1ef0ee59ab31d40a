/** The day on the computer that the reader runs on, yyyy-mm-dd. */
export function todayHere(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((piece) => String(piece).padStart(2, '0'))
    .join('-');
}
