// What main says outside the page: titles of the system's file dialogs, and the one sentence when starting keeps failing.
export const windowText = {
  title: 'Records',
  cannotStart:
    'Records could not start. Nothing has been deleted and your records are still there. Restart the computer and try again; if this comes back, the program needs to be installed anew.',
  startedUnsafely: 'Records cannot run with this option, because it would switch off a protection:',
  choose: {
    'import-workbook': 'Choose the workbook to read',
    'package-folder': 'Choose where to write the package',
    'backup-folder': 'Choose where to keep the backup',
    'restore-folder': 'Choose the backup to restore',
    'reader-folder': 'Choose where to write the reader',
    'table-folder': 'Choose where to save the table',
    'history-folder': 'Choose where to save the history',
    'key-folder': 'Choose where to write our key',
    'received-package': 'Choose the package from another house',
    'reply-file': 'Choose the answer of a partner agency',
    'recipient-file': "Choose the partner agency's key file",
    attachment: 'Choose the file to keep',
  },
  chooseButton: 'Choose',
  workbooks: 'Workbooks',
  keyFiles: 'Key files',
  replyFiles: 'Sealed answers',
  packageFiles: 'Sealed packages',
  attachments: 'Pictures and documents',
  allFiles: 'All files',
} as const;
