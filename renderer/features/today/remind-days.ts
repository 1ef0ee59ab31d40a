/** After a week the backup asks for a new one (design: interface, F5). */
export const REMIND_DAYS = 7;
