// A key file on a stick beside the passphrase: what it is for, making, copying and stopping it, and the locked screen.
export const keyFile = {
  title: 'A key file on a stick',
  fact: 'Something you carry, beside the passphrase that you know.',
  offer: 'Use a key file on a stick too',
  inUse: 'Opens with a key file too',
  toPage: 'Look at the key file',
  // what it is for
  forTitle: 'What it is for',
  forWhat:
    'Somebody who takes this computer can try passphrases for as long as they like. A weak one is found in hours. With a key file they need your stick as well, and trying passphrases leads nowhere.',
  forLost:
    'If the stick is lost, nothing is lost with it: a director gives you a new passphrase at this computer, or the recovery code opens the records. Neither needs a key file.',
  forAlone:
    'You are the only director: without the stick, the recovery code is the way in. Keep it where you can reach it.',
  forWhere: 'Carry the stick with you. Beside the computer, or with the backups, it protects nothing.',
  forEach: 'It is yours alone. Colleagues open the records as they always do.',
  // making one
  makeTitle: 'Make your key file',
  passphrase: 'Your passphrase',
  passphraseWrong: 'That passphrase and the key file on the stick do not go together. Nothing was changed.',
  passphraseWrongAlone:
    'That is not your passphrase. Nothing was changed. Look at Caps Lock and the keyboard language.',
  stick: 'The stick',
  stickHint: 'Any stick will do. What is on it stays; a small file is added.',
  chooseStick: 'Choose the stick',
  chosen: 'Chosen: {{name}}',
  make: 'Make the key file',
  making: 'Writing the key file, and reading it back',
  changing: 'Making the new key. A few seconds.',
  // what came of it
  made: 'From now on you need this stick to open the records.',
  madeSays:
    'Your passphrase stays the same. From the next time you open the records on, they lock when the stick is taken out. Backups made until now still open as they did before.',
  copied: 'The second stick opens the records as well.',
  copiedSays: 'Keep it where you would find it if the first were lost, and not with the first.',
  stopped: 'Your passphrase alone opens the records again.',
  stoppedSays: 'Backups made while you used the key file still need it. Keep the stick until there is a newer backup.',
  ending: {
    'safe-to-remove': 'Saved and checked. You can take the stick out.',
    'saved-still-in-use':
      'Saved and checked, but the stick is still in use. Close what uses it before you take it out.',
    'gone-before-safe':
      'The file was saved and checked, but the stick was taken out before it was let go. Put it in once more, and open the records with it soon.',
    'not-a-stick':
      'This computer does not know it as a stick. If it is a place on the computer itself, whoever takes the computer takes the key file too: make a new one on a stick.',
  },
  // in use
  since: 'In use since {{day}}',
  sinceUnknown: 'In use',
  locks: 'Lock the records when the stick is taken out',
  locksHint: 'It takes a second or two, and what you were writing is kept.',
  change: 'Change something',
  act: {
    copy: 'Make a second copy on another stick',
    renew: 'Make a new key file, and end the one of before',
    stop: 'Stop using it',
  },
  actHint: {
    copy: 'Both sticks must be plugged in. Either of them opens the records then.',
    renew: 'For when a stick has been in other hands. Every copy of the one of before stops opening the records.',
    stop: 'Your passphrase alone opens the records then. Make sure that it is a strong one.',
  },
  plugIn: 'Plug in the stick with the key file you have now.',
  copy: 'Make the copy',
  renew: 'Make a new key file',
  stop: 'Stop using the key file',
  // at the locked screen, and wherever a passphrase is asked for
  found: 'Key file found on the stick',
  pointed: 'Key file chosen',
  damaged: 'The key file on the stick is damaged. If there is a second copy, put that stick in.',
  use: 'Use a key file',
  isNone: 'That is not a key file.',
  isDamaged: 'That key file is damaged. If there is a second copy, use that.',
  isGone: 'That file could not be read. Is the stick still in?',
  help: 'If you open with a key file: put its stick in',
  helpHint: 'It is found by itself. If the stick is lost, a director can give you a new passphrase.',
} as const;
