// What can go wrong, in three parts: what happened, what is safe, what to do. No blame, no code words.
// Every code has its sentences; leaving one out does not compile. Facts in {{braces}} are numbers or fixed words.
import type { ErrorCode } from '#shared/contract/errors';

export interface ErrorWords {
  readonly happened: string;
  readonly safe: string;
  readonly todo: string;
}

export const errors = {
  'invalid-request': {
    happened: 'This could not be taken in as it was written.',
    safe: 'Nothing was changed.',
    todo: 'Look at what you wrote and try again.',
  },
  'not-allowed': {
    happened: 'Your role does not open this.',
    safe: 'Nothing was changed.',
    todo: 'Ask a director, who can do it or give you the role.',
  },
  'not-assigned': {
    happened: 'You do not work on this case, so it stays closed.',
    safe: 'Nothing was changed.',
    todo: 'A director decides who works on it. Ask one.',
  },
  internal: {
    happened: 'Something in this program went wrong.',
    safe: 'What was saved before is on disk.',
    todo: 'Try again. If it comes back, note the number below for whoever helps you with this computer.',
  },
  cancelled: {
    happened: 'You stopped this.',
    safe: 'Everything is as it was before.',
    todo: 'Start again when you like.',
  },
  'already-running': {
    happened: 'This is running already.',
    safe: 'The first one goes on.',
    todo: 'Wait until it is done, or stop it.',
  },
  'vault-locked': {
    happened: 'The records are locked.',
    safe: 'What you were writing is kept.',
    todo: 'Open them with your passphrase.',
  },
  'vault-missing': {
    happened: 'There are no records in their usual place on this computer.',
    safe: 'Backups on other disks are not affected.',
    todo: 'Restore your newest backup, or set up new records.',
  },
  'vault-exists': {
    happened: 'There are records on this computer already.',
    safe: 'They were not touched.',
    todo: 'Open them with a passphrase or the recovery code.',
  },
  'vault-open-elsewhere': {
    happened: 'The records are open in another window.',
    safe: 'Nothing was changed.',
    todo: 'Go to that window, or close it and try again.',
  },
  'vault-damaged': {
    happened: 'The file with the records is damaged.',
    safe: 'It was left exactly as it is. Your backups are not affected.',
    todo: 'What can be read can be saved from the locked screen. Have your newest backup at hand.',
  },
  'vault-from-the-future': {
    happened: 'These records were last used with a newer version of this program.',
    safe: 'They were not touched.',
    todo: 'Install the newer version, then open them.',
  },
  'vault-rolled-back': {
    happened: 'These records are older than the last time they were open here.',
    safe: 'Nothing was changed.',
    todo: 'Somebody may have put an old copy in their place. Tell a director before you go on.',
  },
  'vault-commits-missing': {
    happened: 'The last things that were saved are missing from the file.',
    safe: 'Nothing was changed, and your backups are not affected.',
    todo: 'Tell a director. What can be read can be saved, and the newest backup may bring the rest back.',
  },
  'history-changed': {
    happened: 'Somebody changed the history of these records with a tool other than this program.',
    safe: 'Nothing was changed now, and your backups are not affected. The records themselves may be whole.',
    todo: 'Tell a director before you go on. A backup from before can be brought back, or what is here saved into new records that say what is not proven.',
  },
  'history-other': {
    happened: 'The history of these records is not the one of this package.',
    safe: 'Nothing was changed. The package itself is whole, and it was made here.',
    todo: 'Something from before it was made was rewritten or taken out. Tell a director, and keep the package.',
  },
  'slots-damaged': {
    happened: 'The file that holds the locks is damaged.',
    safe: 'The records themselves were not touched. Your passphrase may well be right.',
    todo: 'Restore this file from the newest backup.',
  },
  'slots-rolled-back': {
    happened: 'The file that holds the locks is older than the records.',
    safe: 'The records were not touched.',
    todo: 'Somebody may have put an old copy in its place. Tell a director before you go on.',
  },
  'slots-policy': {
    happened: 'The file that holds the locks asks for settings this program does not accept.',
    safe: 'Nothing was opened and nothing was changed.',
    todo: 'Restore this file from the newest backup.',
  },
  'wrong-passphrase': {
    happened: 'That name and passphrase do not open the records.',
    safe: 'Nothing is lost, and you can try again.',
    todo: 'Look at Caps Lock and the keyboard language, and try once more. If you open with a key file, put its stick in.',
  },
  'unlock-wait': {
    happened: 'There were several tries in a row.',
    safe: 'Nothing is lost.',
    todo: 'Wait {{seconds}} seconds, then try again.',
  },
  'passphrase-too-weak': {
    happened: 'This passphrase would be too easy to guess.',
    safe: 'Nothing was changed.',
    todo: 'Take the six words we offer, or write a longer one of your own.',
  },
  'recovery-code-mistyped': {
    happened: 'There is a slip in the code: it does not add up.',
    safe: 'Nothing is lost, and you can try again.',
    todo: 'Compare it with the paper, one group at a time.',
  },
  'recovery-code-unknown': {
    happened: 'The code is well written, but it does not open these records.',
    safe: 'Nothing was changed.',
    todo: 'It may belong to other records, or a newer code has taken its place. Look for a newer sheet.',
  },
  'staff-disabled': {
    happened: 'This sign-in was closed.',
    safe: 'Nothing was changed.',
    todo: 'Ask a director if this is a surprise.',
  },
  'last-director': {
    happened: 'There would be no director left to open the records.',
    safe: 'Nothing was changed.',
    todo: 'Give a colleague the role of director first.',
  },
  'name-taken': {
    happened: 'That sign-in name is in use, or was once.',
    safe: 'Nothing was changed.',
    todo: 'Choose another short name.',
  },
  'not-found': {
    happened: 'This is not here any more.',
    safe: 'Everything else is as it was.',
    todo: 'Go back and open it again from the list.',
  },
  conflict: {
    happened: 'This was changed while you were writing.',
    safe: 'Both versions are kept, and so is your text.',
    todo: 'Look at what changed, then save again.',
  },
  'rule-broken': {
    happened: 'This does not fit together.',
    safe: 'Nothing was changed, and your text is still here.',
    todo: 'Look at what is marked and try again.',
  },
  'file-damaged': {
    happened: 'This file is damaged.',
    safe: 'Nothing was added.',
    todo: 'Ask for a new copy of it.',
  },
  'file-encrypted': {
    happened: 'This file is protected with a password.',
    safe: 'Nothing was added.',
    todo: 'Open it in the program it comes from, save a copy without a password, and choose that copy.',
  },
  'file-not-readable': {
    happened: 'This file cannot be read.',
    safe: 'Nothing was changed.',
    todo: 'Put the stick in again, or choose another copy of the file.',
  },
  'file-empty': {
    happened: 'There is nothing in this file.',
    safe: 'Nothing was added.',
    todo: 'Choose another file.',
  },
  'file-too-big': {
    happened: 'This file is larger than we can read safely.',
    safe: 'Nothing was added.',
    todo: 'Split it into smaller files and bring them in one by one.',
  },
  'file-not-recognised': {
    happened: 'This is not a file we know.',
    safe: 'Nothing was added.',
    todo: 'Choose a file of the kind named above.',
  },
  'file-kind-refused': {
    happened: 'What is in this file is not of a kind that is kept here, whatever its name says.',
    safe: 'Nothing was added.',
    todo: 'Choose a picture (JPEG, PNG, WebP), a PDF, a plain text, or a Word, Excel, PowerPoint or OpenDocument file.',
  },
  'file-with-program': {
    happened: 'There is a small program (a macro) in this file. Such files can do harm.',
    safe: 'Nothing was added.',
    todo: 'Ask for a copy without macros, or as a PDF.',
  },
  'attachment-damaged': {
    happened: 'This file can no longer be read as it was kept.',
    safe: 'The other records are whole. Nothing was shown of it.',
    todo: 'A backup may still hold it. Tell a director before you take it away here.',
  },
  'picture-not-drawn': {
    happened: 'This picture cannot be drawn.',
    safe: 'It is kept as it came.',
    todo: 'Look at it once more. If it stays so, ask for another copy of it.',
  },
  'page-not-drawn': {
    happened: 'This page cannot be drawn.',
    safe: 'The file is kept as it came.',
    todo: 'Look at another page of it. If none can be drawn, ask for another copy of the file.',
  },
  'pdf-locked': {
    happened: 'This PDF is locked with a password of its own.',
    safe: 'It is kept as it came.',
    todo: 'Ask whoever sent it for a copy without a password.',
  },
  'pdf-too-big': {
    happened: 'This PDF is larger than the {{limitMb}} MB that can be looked at here.',
    safe: 'It is kept as it came.',
    todo: 'Ask for a smaller copy when you need to look at it here.',
  },
  'drawing-stopped': {
    happened: 'Drawing this took more time or memory than a file may take, so it was stopped.',
    safe: 'Your records stay open, and the file is kept as it came.',
    todo: 'Ask for a smaller copy of it. Be careful with whoever sent it, if you did not expect it.',
  },
  'pages-not-made': {
    happened: 'The pages that go along (the PDF) could not be made.',
    safe: 'Nothing was written, and nothing has left this computer.',
    todo: 'Try again. If it stays so, let less go along at once.',
  },
  'file-gone': {
    happened: 'The file is no longer where it was.',
    safe: 'Nothing was changed.',
    todo: 'Choose it again.',
  },
  'not-a-regular-file': {
    happened: 'This is not an ordinary file.',
    safe: 'It was not opened.',
    todo: 'Choose another file, and be careful with the stick it came on.',
  },
  'place-not-writable': {
    happened: 'Nothing can be written in this place.',
    safe: 'The records here are whole.',
    todo: 'Choose another folder or stick.',
  },
  'disk-full': {
    happened: 'The disk is full.',
    safe: 'What was saved before is whole, and your text is still here.',
    todo: 'Make some room, empty the trash of that disk as well, and try again.',
  },
  'disk-failing': {
    happened: 'The disk of this computer did not do what it was asked.',
    safe: 'What was saved before is whole, and your text is still here.',
    todo: 'Try again. If it comes back, make a backup and have the disk looked at.',
  },
  'file-too-big-for-format': {
    happened: 'This stick cannot hold a file as large as this one.',
    safe: 'The records here are whole.',
    todo: 'Use a stick formatted as exFAT.',
  },
  'stick-too-small': {
    happened: 'This stick is too small, even when it is empty.',
    safe: 'The records here are whole.',
    todo: 'Use a larger one.',
  },
  'stick-removed': {
    happened: 'The stick was pulled out.',
    safe: 'The records here are whole.',
    todo: 'Put it back and start again.',
  },
  'verify-failed': {
    happened: 'What was written could not be read back the same.',
    safe: 'The records here are whole. The bad copy does not count.',
    todo: 'Use another stick or disk, and do not trust this one.',
  },
  'release-blocked': {
    happened: 'This does not leave yet. It goes further than the permission.',
    safe: 'Nothing was sent.',
    todo: 'Look at the rows that do not match, and ask first.',
  },
  'wrong-key': {
    happened: 'This key does not open the file.',
    safe: 'Nothing was changed.',
    todo: 'Check that the file was meant for you, and try the other key.',
  },
  'signature-wrong': {
    happened: 'We cannot tell who made this file.',
    safe: 'Nothing in it was used.',
    todo: 'Ask the sender, in another way than the one it came by.',
  },
  'package-newer': {
    happened: 'This file is of a newer kind than this program knows.',
    safe: 'Nothing in it was used.',
    todo: 'Ask the sender, or install the newer version of this program.',
  },
  'reply-not-ours': {
    happened: 'This is no answer to a package from here, or its case is no longer here.',
    safe: 'Nothing was kept.',
    todo: 'Ask the agency whether it is the right file.',
  },
  'reply-forged': {
    happened: 'This answer was not made by whoever opened the package it names.',
    safe: 'Nothing was kept.',
    todo: 'Telephone the agency on a number you already had, and ask.',
  },
  'reply-other-package': {
    happened: 'This answer belongs to a package of another case.',
    safe: 'Nothing was kept.',
    todo: 'Bring it in on the page of partners, which finds the case.',
  },
  'reply-seen': {
    happened: 'This answer was brought in before.',
    safe: 'It is kept once, and nothing was changed.',
    todo: 'If they wrote another one, choose that file.',
  },
  'bad-recipient': {
    happened: 'This is not a key of a partner agency.',
    safe: 'Nothing was changed.',
    todo: 'Copy it again from their card: it begins with “age1”.',
  },
  'backup-damaged': {
    happened: 'This backup is damaged.',
    safe: 'The records here were not touched.',
    todo: 'Try an older backup, or one on another disk.',
  },
  'backup-incomplete': {
    happened: 'This backup was never finished.',
    safe: 'The records here were not touched.',
    todo: 'Choose another one.',
  },
  'restore-waiting': {
    happened: 'A restore was begun and waits to be finished.',
    safe: 'Both the restored records and the earlier ones are kept.',
    todo: 'Start the program again, then choose which of the two goes on.',
  },
  'backup-other-vault': {
    happened: 'This backup belongs to other records than the ones here.',
    safe: 'The records here were not touched.',
    todo: 'Look at the name and the date on it, and choose the right one.',
  },
  'erased-list-missing': {
    happened: 'No list of erased cases was found, here or beside this backup.',
    safe: 'Nothing was brought back, and the records here were not touched.',
    todo: 'Put in another stick or disk with backups and look there: the list lies beside them.',
  },
  'share-mistyped': {
    happened: 'One of the two sheets does not add up.',
    safe: 'Nothing was changed.',
    todo: 'Compare it with the paper once more, line by line. Each line checks itself.',
  },
  'shares-same': {
    happened: 'The same sheet was typed twice.',
    safe: 'Nothing was changed.',
    todo: 'Type the sheet of another trustee in the second place.',
  },
  'shares-mixed': {
    happened: 'These two sheets were not made together.',
    safe: 'Nothing was changed.',
    todo: 'One of them is of an older set. Ask for the sheets with the same set number.',
  },
  'shares-unknown': {
    happened: 'These two sheets do not open these records.',
    safe: 'Nothing was changed.',
    todo: 'They may be of a set that was replaced since, or of other records. Look at the set number on the newest sheets.',
  },
  'salvage-nothing': {
    happened: 'Too little of the damaged records can be read to make new ones from.',
    safe: 'They were left exactly as they are. Your backups are not affected.',
    todo: 'Choose a backup as well, or bring the records back from your newest backup.',
  },
  'salvage-director': {
    happened: 'What lies here is older than what was last open on this computer, so a director decides.',
    safe: 'Nothing was changed.',
    todo: 'Let a director do this with her passphrase, or use the recovery code.',
  },
} as const satisfies Record<ErrorCode, ErrorWords>;
