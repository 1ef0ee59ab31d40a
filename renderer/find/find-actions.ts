// What can be done and where one can go from the find box, as plain lists: name, and what it does. Each is also a button or a
// link somewhere, and bears the shortcut it has there.
import { matchRoute, useLocation, useRouter } from 'wouter';
import { CASE_PATH, casePath, caseTabs } from '../case/case-tabs.ts';
import { isBuilt, openEntries, places } from '../places.ts';
import { stepTextSize, usePreferences } from '../preferences.ts';
import { useSession } from '../session/session-gate.tsx';
import { mayAsk } from '../session/use-may.ts';
import { keysShown } from '../shortcuts.ts';
import { useText } from '../text.ts';

export interface Action {
  readonly id: string;
  readonly name: string;
  readonly keys?: string;
  readonly act: () => void;
}

/** New case, lock, hide names, size and colours of what is seen. */
export function useActions(onLock: () => void): readonly Action[] {
  const t = useText();
  const [, navigate] = useLocation();
  const { role } = useSession().person;
  const { namesHidden, textSize, scheme, change } = usePreferences();
  const sized = (step: 1 | -1) => () => change({ textSize: stepTextSize(textSize, step) });
  return [
    ...(mayAsk(role, 'caseFile.open')
      ? [
          {
            id: 'new-case',
            name: t('shell.someoneNew'),
            keys: keysShown('newCase'),
            act: () => navigate(places.someoneNew),
          },
        ]
      : []),
    {
      id: 'hide-names',
      name: namesHidden ? t('shell.showNames') : t('shell.hideNames'),
      keys: keysShown('hideNames'),
      act: () => change({ namesHidden: !namesHidden }),
    },
    { id: 'lock', name: t('shell.lock'), keys: keysShown('lock'), act: onLock },
    { id: 'larger', name: t('shell.largerText'), keys: keysShown('largerText'), act: sized(1) },
    { id: 'smaller', name: t('shell.smallerText'), keys: keysShown('smallerText'), act: sized(-1) },
    scheme === 'dark'
      ? { id: 'light', name: t('shell.lightColours'), act: () => change({ scheme: 'light' }) }
      : { id: 'dark', name: t('shell.darkColours'), act: () => change({ scheme: 'dark' }) },
  ];
}

const within: readonly { readonly part: string; readonly name: 'addNote' | 'addNeed' | 'print' }[] = [
  { part: '/notes', name: 'addNote' },
  { part: '/needs', name: 'addNeed' },
  { part: '/prints', name: 'print' },
];

/** What to do in the case that is open, and its parts; nothing outside of one. */
export function useCaseActions(): readonly Action[] {
  const t = useText();
  const [location, navigate] = useLocation();
  const { parser } = useRouter();
  const { role } = useSession().person;
  const [isCase, params] = matchRoute(parser, `${CASE_PATH}/*?`, location);
  const caseFileId = isCase ? (params as { caseFileId?: string }).caseFileId : undefined;
  if (caseFileId === undefined || !/^[0-9a-f-]{36}$/i.test(caseFileId)) return [];
  const go = (part: string) => () => navigate(casePath(caseFileId, part));
  const opens = caseTabs
    .flatMap(({ parts }) => parts)
    .filter(({ part, asks = 'caseFile.summary' }) => isBuilt(`${CASE_PATH}${part}`) && mayAsk(role, asks));
  const acts = within
    .filter(({ part }) => opens.some((one) => one.part === part))
    .map(({ part, name }) => ({
      id: `in-case-${name}`,
      name: t(`shell.${name}`),
      ...(name === 'addNeed' ? {} : { keys: keysShown(name) }),
      act: go(part),
    }));
  return [...acts, ...opens.map(({ part, name }) => ({ id: `part-${part}`, name: t(name), act: go(part) }))];
}

const pages = [
  { path: '/search', name: 'search.title', asks: 'wordSearch.find' },
  { path: '/cases/import', name: 'shell.pageImport', asks: 'htcdsImport.open' },
  { path: '/glance', name: 'glance.title', asks: 'glance.get' },
  { path: '/calendar/rooms', name: 'calendar.rooms', asks: 'booking.add' },
  { path: '/groups', name: 'groups.title', asks: 'peerGroup.list' },
  { path: '/awareness', name: 'awareness.title', asks: 'activity.list' },
  { path: '/awareness/policy', name: 'awareness.part.policy', asks: 'policyItem.list' },
  { path: '/awareness/stories', name: 'awareness.part.stories', asks: 'storyConsent.list' },
  { path: '/awareness/campaigns', name: 'awareness.part.campaigns', asks: 'campaign.list' },
  { path: '/awareness/materials', name: 'awareness.part.materials', asks: 'material.list' },
  { path: '/awareness/year', name: 'awareness.part.year', asks: 'yearSummary.get' },
  { path: '/partners/interpreters', name: 'shell.pageInterpreters', asks: 'interpreter.save' },
  { path: '/partners/reply', name: 'replies.page', asks: 'packageReply.read' },
  { path: '/partners/receive', name: 'received.page', asks: 'receivedPackage.open' },
  { path: '/team/courses', name: 'team.courses', asks: 'course.save' },
  { path: '/safekeeping/backups', name: 'shell.pageBackups', asks: 'backup.create' },
  { path: '/safekeeping/retention', name: 'retention.title', asks: 'retention.preview' },
  { path: '/safekeeping/passphrase', name: 'shell.pagePassphrase', asks: 'session.changePassphrase' },
  { path: '/safekeeping/key-file', name: 'shell.pageKeyFile', asks: 'keyFile.make' },
  { path: '/safekeeping/words', name: 'shell.pageWords', asks: 'wordList.save' },
] as const;

/** The entries of the rail, and pages that lie behind them. */
export function usePages(): readonly Action[] {
  const t = useText();
  const [, navigate] = useLocation();
  const { role } = useSession().person;
  const entries = openEntries(role);
  return [
    ...entries.map(({ path, name, entry }) => ({ path, name: t(name), keys: keysShown(entry) })),
    ...pages
      .filter(({ path, asks }) => isBuilt(path) && mayAsk(role, asks) && entries.every((one) => one.path !== path))
      .map(({ path, name }) => ({ path, name: t(name) })),
  ].map(({ path, ...rest }) => ({ ...rest, id: path, act: () => navigate(path) }));
}
