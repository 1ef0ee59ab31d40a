// Intake: a first conversation in any order, where stopping is as easy as going on.
export const intake = {
  task: 'Intake',
  assurance: 'Nothing here decides whether {{they}} can stay',
  stop: 'Stop here for today',
  toldTitle: '{{They}} already told us',
  toldTo: '{{what}}. To {{name}}, on {{date}}.',
  noNeed: 'No need to ask again',
  told: 'Told in confidence. Do not bring it up',
  askAnyway: 'Ask all the same',
  knownMethods_one: '{{count}} way to reach {{them}}',
  knownMethods_other: '{{count}} ways to reach {{them}}',
  behind: 'This was saved again at {{time}}, while you were writing. Your words are still here.',
  behindBy: '{{name}} saved this again at {{time}}, while you were writing. Your words are still here.',
  takeSaved: 'Take what was saved',
  keepMine: 'Go on with mine',
} as const;
