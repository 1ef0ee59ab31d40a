// Gives each of the processes that run test files a screen of its own: DISPLAY and XAUTHORITY, for the app and for xdotool.
const screens = JSON.parse(process.env['SAFEHOLD_SCREENS'] ?? '[]') as Record<string, string>[];
const mine = screens[Number(process.env['VITEST_POOL_ID']) - 1];
if (mine === undefined) throw new Error('no screen of our own: run "npm run e2e"');
Object.assign(process.env, mine);
