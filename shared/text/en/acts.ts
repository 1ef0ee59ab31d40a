// What somebody did, one sentence for each operation that writes (amendment 19): History says it behind her name. None tells what was written.
import type { ActWords } from '../act-words.ts';

export const acts = {
  activity: {
    save: 'Saved an activity',
    strike: 'Struck out an activity',
  },
  agreement: {
    save: 'Saved an agreement',
  },
  amendment: {
    add: 'Added a correction or statement',
  },
  attachment: {
    add: 'Added a file to a case',
    drawPage: 'Looked at a page of a file',
    drawPicture: 'Looked at a picture',
    openSealedPage: 'Opened a page of a sealed file',
    openSealedPicture: 'Opened a sealed picture',
    openSealedText: 'Opened a sealed text file',
    remove: 'Removed a file',
    rename: 'Renamed a file',
  },
  auditEntry: {
    save: 'Wrote the history into a file',
  },
  backup: {
    continueRestore: 'Went on bringing a backup back',
    create: 'Made a backup',
    drill: 'Tried out a backup',
    inspect: 'Looked for backups in a folder',
    keepOld: 'Kept the records that were here',
    recognise: 'Looked at a backup',
    restore: 'Brought a backup back',
  },
  backupRule: {
    save: 'Changed how backups are made',
  },
  booking: {
    add: 'Booked a room',
    callOff: 'Called off a booked room',
  },
  breach: {
    report: 'Reported a breach',
    save: 'Saved a breach',
  },
  breakGlass: {
    open: 'Opened a case of others with a reason',
    seen: 'Confirmed that such an opening was seen',
  },
  callerLog: {
    add: 'Wrote down a caller',
    forget: 'Words of callers were erased, because their time was over',
    match: 'Wrote down whom a call may be about',
    seen: 'Marked a caller as seen',
  },
  campaign: {
    save: 'Saved a campaign',
  },
  caseAssignment: {
    assign: 'Let a colleague work on a case',
    end: 'Ended a colleague’s work on a case',
    handOver: 'Handed a case over',
    setOpensSealed: 'Changed who opens what is sealed in a case',
  },
  caseExit: {
    finish: 'Finished an exit',
    save: 'Saved an exit',
  },
  caseFile: {
    changeStatus: 'Changed where a case stands',
    close: 'Closed a case',
    noticeGiven: 'Wrote down that the notice of rights was given',
    open: 'Opened a new case',
    reopen: 'Opened a closed case again',
    saveSafeContact: 'Saved the safe ways to reach somebody',
    updateDetails: 'Changed the details of a case',
  },
  caseList: {
    keep: 'Kept a list of cases',
  },
  caseNote: {
    add: 'Wrote a note',
    correct: 'Corrected a note',
  },
  colleagueFacts: {
    save: 'Wrote down what is known of a colleague',
  },
  compartment: {
    begin: 'Began the sealed notes',
    letIn: 'Let a colleague open sealed notes',
    openWithCode: 'Opened the sealed notes with the code',
    sealToCode: 'Made a code for the sealed notes',
    takeOut: 'Ended that a colleague opens sealed notes',
  },
  conflictFlag: {
    add: 'Wrote down who is kept apart',
    end: 'Ended that two people are kept apart',
    openReason: 'Opened the reason why two people are kept apart',
  },
  contactAttempt: {
    begin: 'Began a try to reach somebody',
    end: 'Wrote down how a try to reach somebody ended',
  },
  conversation: {
    answerNotes: 'Answered whether notes may be taken',
    begin: 'Began a conversation',
    end: 'Ended a conversation',
    stopUnsafe: 'Stopped a conversation that was not safe',
    useInterpreter: 'Chose an interpreter for a conversation',
  },
  course: {
    drop: 'Took a course off the list',
    save: 'Saved a course',
  },
  disclosureLog: {
    add: 'Wrote down what was told or given',
  },
  draft: {
    discard: 'Throwed a draft away',
    save: 'Kept a draft',
  },
  environmentCheck: {
    begin: 'Began a look round the house',
    done: 'Finished a look round the house',
    save: 'Saved a look round the house',
  },
  episode: {
    agree: 'Wrote down whether an earlier file may be read',
    link: 'Linked a case to an earlier file',
    open: 'Opened a case for somebody who came back',
    part: 'Parted a case from an earlier file',
    takeBack: 'Took back that an earlier file may be read',
  },
  exportPackage: {
    create: 'Wrote a sealed package for an agency',
  },
  followUp: {
    attempt: 'Wrote down a follow-up',
  },
  groupPlace: {
    attend: 'Wrote down who came to a group',
    end: 'Ended a place in a group',
    forget: 'Old lists of groups were erased, because their time was over',
    invite: 'Invited somebody to a group',
    move: 'Changed a place in a group',
  },
  groupSession: {
    save: 'Saved a meeting of a group',
  },
  handOver: {
    forget: 'Hand-overs were erased, because their time was over',
    seen: 'Marked a hand-over as read',
    write: 'Wrote a hand-over',
  },
  housePaper: {
    add: 'Printed a paper of the house',
  },
  housePlace: {
    save: 'Saved where the house is',
  },
  householdLink: {
    add: 'Linked two cases of one family',
    end: 'Ended a family link',
    hide: 'Hid a family link',
  },
  htcdsImport: {
    commit: 'Brought in cases from a workbook',
    decide: 'Answered a question of a workbook',
    discard: 'Put a workbook away',
    leaveOut: 'Leaved a row of a workbook out',
    open: 'Read a workbook to bring in',
  },
  htcdsRecord: {
    correct: 'Corrected an imported record',
    openSealed: 'Opened the sealed words of an imported record',
  },
  identificationIndicators: {
    save: 'Saved the indicators',
  },
  incident: {
    close: 'Closed a report of the house',
    report: 'Reported something that happened in the house',
    save: 'Saved a report of the house',
  },
  intake: {
    save: 'Saved an intake',
  },
  interpreter: {
    openReason: 'Opened the reason why an interpreter is left out',
    reviewed: 'Marked the use of an interpreter as reviewed',
    save: 'Saved an interpreter',
    sayWhy: 'Wrote down why an interpreter is left out',
  },
  keyFile: {
    atHand: 'Looked for key files on the sticks',
    choose: 'Pointed at a key file',
    copy: 'Wrote a second copy of a key file',
    make: 'Made a key file of one’s own',
    setLock: 'Changed what happens when the stick with the key file goes',
    stop: 'Stopped using a key file',
  },
  keptThing: {
    agree: 'Wrote down what was agreed about a device',
    giveBack: 'Gave something back',
    layAside: 'Laid a device aside',
    move: 'Moved something that is kept',
    takeIn: 'Took in something to keep',
  },
  leaving: {
    tick: 'Ticked something on a list for leaving',
  },
  legalHold: {
    end: 'Ended a legal hold',
    place: 'Placed a legal hold',
    review: 'Reviewed a legal hold',
  },
  legalMatter: {
    save: 'Saved a legal matter',
  },
  legalRequest: {
    approve: 'Approved what goes to a court',
    log: 'Logged a legal request',
    prepare: 'Prepared what a court ordered',
    produce: 'Printed what a court ordered',
    save: 'Saved a legal request',
  },
  mandatedReport: {
    add: 'Wrote down a report by law',
  },
  material: {
    save: 'Saved a material',
  },
  mentorPair: {
    add: 'Added a mentor pair',
    end: 'Ended a mentor pair',
  },
  need: {
    add: 'Added a need',
    change: 'Changed a need',
    tick: 'Moved a need on',
  },
  noBed: {
    count: 'Counted somebody who could not stay',
    endWait: 'Ended the wait for a bed',
    wait: 'Wrote down that somebody waits for a bed',
  },
  ownCopy: {
    hand: 'Gave somebody an own copy',
    save: 'Wrote an own copy onto a stick',
  },
  ownLook: {
    keep: 'Changed how the screen looks',
  },
  packageReply: {
    keep: 'Kept the answer to a package',
    read: 'Read the answer to a package',
  },
  partnerAgency: {
    endRecipient: 'Ended the key of an agency',
    openAddress: 'Opened a confidential address',
    pinRecipient: 'Pinned the key of an agency',
    readRecipientFile: 'Read a file with the key of an agency',
    save: 'Saved a partner agency',
    saveAddress: 'Saved a confidential address',
  },
  partnerMeeting: {
    save: 'Saved a meeting with agencies',
  },
  partnerReader: {
    handOver: 'Wrote the reader for an agency',
  },
  peerGroup: {
    end: 'Ended a group',
    save: 'Saved a group',
  },
  personCausingHarm: {
    add: 'Wrote down somebody causing harm',
    change: 'Changed what is known of somebody causing harm',
    letGo: 'Took out somebody causing harm',
  },
  policyItem: {
    attach: 'Attached figures to what the house asks for',
    detach: 'Took figures off what the house asks for',
    save: 'Saved what the house asks for',
  },
  printLog: {
    add: 'Printed a sheet',
  },
  privilegedBox: {
    name: 'Named who may open a privileged box',
    open: 'Opened a privileged box',
    save: 'Wrote in a privileged box',
  },
  receivedPackage: {
    keep: 'Kept a package from others',
    open: 'Opened a package from others',
  },
  receivingKey: {
    change: 'Changed our key for packages',
    end: 'Ended our key for packages',
    handOver: 'Wrote our key for packages into a file',
    make: 'Made our key for packages',
  },
  referral: {
    act: 'Moved a referral on',
    receive: 'Wrote down a referral to us',
    save: 'Saved a referral',
  },
  release: {
    draft: 'Drafted a permission to share',
    revoke: 'Took back a permission to share',
    sign: 'Signed a permission to share',
  },
  retention: {
    again: 'Erased again what an older state brought back',
    clearMedium: 'Took erased cases off a backup',
    destroyKept: 'Destroyed records that were kept after a backup',
    erasePart: 'Erased a part of a case',
    noteAgency: 'Wrote down that an agency destroyed its copy',
    noteGone: 'Wrote down that a copy is gone',
    run: 'Erased cases that are due',
    saveRules: 'Changed how long things are kept',
  },
  rightsRequest: {
    checkIdentity: 'Wrote down who asked for a record',
    extend: 'Extended the time for a request',
    lift: 'Lifted a restriction of a record',
    receive: 'Wrote down a request about a record',
    settle: 'Settled a request about a record',
  },
  room: {
    addBed: 'Added a bed',
    bedReady: 'Marked a bed as ready',
    closeBed: 'Closed a bed',
    openBed: 'Opened a bed again',
    removeBed: 'Removed a bed',
    save: 'Saved a room',
  },
  safetyPlan: {
    addTrigger: 'Wrote down a reason to look at a safety plan',
    markReviewed: 'Marked a safety plan as looked through',
    openSealed: 'Opened the sealed words of a safety plan',
    save: 'Saved a safety plan',
    saveSealed: 'Saved the sealed words of a safety plan',
  },
  safetyStep: {
    checked: 'Wrote down that a safety step was checked',
    end: 'Ended a safety step',
  },
  salvage: {
    carryOut: 'Saved what could be read of damaged records',
    look: 'Looked at what can be saved from damaged records',
  },
  samePerson: {
    answer: 'Answered whether two cases are of one person',
    merge: 'Made one record of two cases',
    undo: 'Made two cases of one record again',
  },
  screening: {
    openAnswers: 'Opened the answers of a well-being screen',
    save: 'Saved a well-being screen',
    setAside: 'Set a well-being screen aside',
  },
  sealedNote: {
    add: 'Wrote a sealed note',
    open: 'Opened sealed notes',
  },
  sentReply: {
    write: 'Wrote an answer to a package',
  },
  service: {
    correct: 'Corrected a service given',
    log: 'Wrote down a service given',
  },
  session: {
    changePassphrase: 'Changed their own passphrase',
    checkFiles: 'Checked the files of the records',
    checkVault: 'Checked every record',
    confirmRecoveryCode: 'Confirmed the recovery code',
    createVault: 'Set up these records',
    judgePassphrase: 'Had a passphrase judged',
    makeRecoveryCode: 'Made a new recovery code',
    makeTrustees: 'Made sheets for the trustees',
    openWithTrustees: 'Signed in with the sheets of the trustees',
    recover: 'Signed in with the recovery code',
    setLockAfter: 'Set after how long the screen locks',
    tryTrustees: 'Tried the sheets of the trustees',
    unlock: 'Signed in',
  },
  signing: {
    key: 'Made a key for signing known',
    list: 'Wrote down which acts are signed from here on',
  },
  staffMember: {
    add: 'Gave a colleague access',
    disable: 'Took away a colleague’s access',
    givePassphrase: 'Gave a colleague a new passphrase',
    renewKey: 'Renewed the key of the records',
  },
  statistics: {
    issue: 'Gave out a table of figures',
    printed: 'Printed a table of figures',
    save: 'Wrote a table of figures into a file',
  },
  statsChoice: {
    save: 'Wrote down whether somebody is counted',
  },
  stay: {
    begin: 'Began a stay',
    end: 'Ended a stay',
    hold: 'Held a bed',
    letGo: 'Let a held bed go',
    move: 'Moved somebody to another bed',
    plan: 'Planned the end of a stay',
  },
  storyConsent: {
    forget: 'Stories were erased, because their time was over',
    save: 'Saved the agreement to a story',
    takenDown: 'Wrote down that a story was taken down',
    use: 'Wrote down where a story is told',
    withdraw: 'Wrote down that a story is withdrawn',
  },
  supervision: {
    add: 'Wrote down a supervision',
    strike: 'Struck out a supervision',
  },
  supportPlan: {
    addReview: 'Wrote down a review of a support plan',
    replaceGoal: 'Replaced a goal',
    save: 'Saved a support plan',
    setGoalStatus: 'Changed where a goal stands',
    setStep: 'Changed a step of a goal',
  },
  task: {
    add: 'Added a task',
    change: 'Changed a task',
  },
  traffickingProfile: {
    save: 'Saved what happened to somebody',
  },
  training: {
    complete: 'Wrote down a completed course',
    strike: 'Struck out a completed course',
  },
  trainingGate: {
    letPast: 'Made an exception from training',
    turn: 'Changed what training opens',
  },
  vaultKey: {
    renew: 'Put a new key of the records in the place of the old one',
  },
  vulnerabilityView: {
    add: 'Wrote down what protects somebody',
  },
  wellbeingSetting: {
    save: 'Changed the settings of the screens',
  },
  wordList: {
    save: 'Saved the word list',
  },
  workerWish: {
    save: 'Wrote down a wish about who works with somebody',
  },
} as const satisfies ActWords;
