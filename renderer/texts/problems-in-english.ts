/** What the machine refuses in Swedish alone, in English by its code. Places stand beside the sentences, which need none. */

/** What went wrong and what to do next, by the code of a problem. */
export const problemsInEnglish: Readonly<
  Record<string, { readonly message: string; readonly nextStep: string } | undefined>
> = {
  'activity-missing': {
    message: 'The conclusion has no activity of that number.',
    nextStep: 'See the numbers of the activities in the list of conclusions.',
  },
  'already-imported': {
    message: 'The file has already been imported.',
    nextStep: 'Nothing more is needed. To read it in another way, undo the import under Data first.',
  },
  'analysis-choice-invalid': {
    message: 'The settings of the analysis cannot be saved as they are.',
    nextStep: 'Correct them and save again.',
  },
  'answer-unreadable': {
    message: 'The program could not read its own answer.',
    nextStep: 'Restart the program. If it happens again, it is a fault of the program.',
  },
  'answers-none': {
    message: 'The year has no answers in the workspace.',
    nextStep: 'Import the answers of the year, or choose another year.',
  },
  'answers-too-few': {
    message: 'The year has so few respondents that its answers are written to no file.',
    nextStep: 'Import more answers of the year, or choose another year.',
  },
  'batch-already-undone': {
    message: 'The import has already been undone or replaced.',
    nextStep: 'Nothing more is needed.',
  },
  'batch-missing': {
    message: 'There is no import of that number.',
    nextStep: 'See the list of imports.',
  },
  'batch-not-undone': {
    message: 'The import has not been undone.',
    nextStep: 'Nothing more is needed.',
  },
  'batch-replaced': {
    message: 'The import has been replaced by another.',
    nextStep: 'To have it back, undo the import that replaced it.',
  },
  'broken-quote': {
    message: 'A quotation mark in the file does not end, or stands where none may.',
    nextStep: 'Export the file again, as Excel if you can.',
  },
  'call-unknown': {
    message: 'The program does not know what was asked.',
    nextStep: 'Restart the program.',
  },
  cancelled: {
    message: 'It was cancelled. Nothing has been saved.',
    nextStep: 'Try again when you like.',
  },
  'conclusion-invalid': {
    message: 'The conclusion cannot be saved as it is.',
    nextStep: 'Correct it and save again.',
  },
  'conclusion-missing': {
    message: 'There is no such conclusion.',
    nextStep: 'See the list of conclusions.',
  },
  'conclusion-not-followed-up': {
    message: 'The conclusion is not followed up that year: it was drawn then or later, or is closed.',
    nextStep: 'Choose a later year, or take the decision to close it back.',
  },
  'conclusion-not-removed': {
    message: 'The conclusion has not been removed.',
    nextStep: 'Nothing more is needed.',
  },
  'conclusion-number-taken': {
    message: 'There is already a conclusion of that number.',
    nextStep: 'Choose another number.',
  },
  'conclusion-year-missing': {
    message: 'The conclusion has no year.',
    nextStep: 'Say which year’s measurement it is drawn from.',
  },
  'conclusions-invalid': {
    message: 'The file of conclusions cannot be used.',
    nextStep: 'Correct the file and try again.',
  },
  'counts-none': {
    message: 'No year of the workspace has so many answers that its counts may be shared.',
    nextStep: 'Import the answers of at least 30 respondents.',
  },
  'damaged-workbook': {
    message: 'The file is damaged or has been cut short.',
    nextStep: 'Export it again, or open it in Excel and save it under a new name.',
  },
  'decision-invalid': {
    message: 'The decision cannot be saved as it is.',
    nextStep: 'Correct it and save again.',
  },
  'disk-full': {
    message: 'The file could not be saved: the disk is full.',
    nextStep: 'Free some space, or save to another disk.',
  },
  'empty-file': {
    message: 'The file is empty.',
    nextStep: 'Export it again.',
  },
  'empty-workbook': {
    message: 'No sheet of the file holds a value.',
    nextStep: 'Choose the file that holds the answers.',
  },
  'exchange-duplicate': {
    message: 'The exchange file is already there.',
    nextStep: 'Nothing more is needed.',
  },
  'exchange-empty': {
    message: 'There are no exchange files to compare with.',
    nextStep: 'Import the files of the others first.',
  },
  'exchange-file-missing': {
    message: 'There is no such exchange file.',
    nextStep: 'See the list of exchange files.',
  },
  'exchange-instrument-differs': {
    message: 'The exchange file was made with another instrument.',
    nextStep: 'Ask the sender for a file made with the same instrument.',
  },
  'exchange-invalid': {
    message: 'The exchange file cannot be used.',
    nextStep: 'Ask the sender to write it again from their program.',
  },
  'exchange-newer': {
    message: 'The exchange file is of a newer version than this program reads.',
    nextStep: 'Update the program, or ask the sender for a file of the older version.',
  },
  'exchange-no-answers': {
    message: 'The year has no answers, only a summary or a published value.',
    nextStep: 'Import the year’s answers, or choose another year.',
  },
  'exchange-too-few': {
    message: 'An exchange file needs more respondents than the year has.',
    nextStep: 'Do not share the year’s answers. Report them within the municipality alone.',
  },
  'exchange-too-large': {
    message: 'The file is too large to be an exchange file.',
    nextStep: 'Check that it is the right file.',
  },
  'exchange-years-differ': {
    message: 'The exchange files are of different years.',
    nextStep: 'Compare files of the same year.',
  },
  'figure-missing': {
    message: 'There is no such value.',
    nextStep: 'See the list of values.',
  },
  'file-in-use': {
    message: 'The file could not be saved: it is open in another program, or the folder is read-only.',
    nextStep: 'Close it in Word or Excel and try again, or save under another name.',
  },
  'file-incomplete': {
    message: 'The file did not arrive whole.',
    nextStep: 'Drop or choose it again.',
  },
  'file-is-folder': {
    message: 'The file could not be saved: a folder already has that name.',
    nextStep: 'Choose another name.',
  },
  'file-not-found': {
    message: 'There is no file of that name.',
    nextStep: 'Check the name, or choose the file again.',
  },
  'file-not-written': {
    message: 'The file could not be saved.',
    nextStep: 'Try again, or save to another folder.',
  },
  'file-too-large': {
    message: 'The file is larger than 2 GB and cannot be read.',
    nextStep: 'Divide it into several files.',
  },
  'file-unknown': {
    message: 'The file is no longer at hand.',
    nextStep: 'Drop or choose it again.',
  },
  'file-unreadable': {
    message: 'The file cannot be read.',
    nextStep: 'Check that it is there, that you may read it and that no other program holds it.',
  },
  'folder-missing': {
    message: 'The file could not be saved: its folder does not exist.',
    nextStep: 'Make the folder, or choose another.',
  },
  'given-twice': {
    message: 'The same file was handed in twice. Nothing has been saved.',
    nextStep: 'Take one of them out of the list.',
  },
  'input-invalid': {
    message: 'What was sent cannot be used.',
    nextStep: 'Correct it and try again.',
  },
  'instrument-invalid': {
    message: 'The instrument file cannot be used.',
    nextStep: 'Correct the file, or use the one that comes with the program.',
  },
  'instrument-settled': {
    message: 'The workspace already has an instrument, which cannot be changed under its answers.',
    nextStep: 'Import into a new workspace.',
  },
  'invited-out-of-range': {
    message: 'That is no number of invited.',
    nextStep: 'Give a whole number, 0 or larger.',
  },
  'is-folder': {
    message: 'That is a folder, not a file.',
    nextStep: 'Choose a file in it.',
  },
  'item-missing': {
    message: 'There is no such item.',
    nextStep: 'Choose one of the instrument’s items.',
  },
  'link-name-missing': {
    message: 'The employee survey has no such question or unit.',
    nextStep: 'Choose one from the list.',
  },
  'links-invalid': {
    message: 'The file of links cannot be used.',
    nextStep: 'Correct the file, or use the one that comes with the program.',
  },
  'logo-too-large': {
    message: 'The picture is larger than 2 MB.',
    nextStep: 'Choose a smaller one.',
  },
  'logo-unreadable': {
    message: 'The file is no picture of a kind that can be used.',
    nextStep: 'Choose a picture as PNG, JPEG or SVG.',
  },
  'mapping-invalid': {
    message: 'The mapping file cannot be used.',
    nextStep: 'Correct the file, or make a new one.',
  },
  'minimum-group-range': {
    message: 'That minimum group size is not allowed.',
    nextStep: 'Choose a number within the limits that are shown.',
  },
  'minimum-group-reason': {
    message: 'So small a minimum group protects the respondents less, and needs a reason.',
    nextStep: 'Give the reason, which is kept and shown in every export, or keep the usual size.',
  },
  'needs-confirmation': {
    message: 'There are questions about the file that need your answer before anything is saved.',
    nextStep: 'Answer the questions and import again.',
  },
  'no-items': {
    message: 'No column of the file is recognised as an item.',
    nextStep: 'Say in the table what the columns mean.',
  },
  'no-respondents': {
    message: 'The sheet has headings but no answers under them.',
    nextStep: 'Export the survey again when there are answers, or choose the file that holds them.',
  },
  'no-units': {
    message: 'The year has no units that can be shown.',
    nextStep: 'Make the report of the whole instead.',
  },
  'not-a-workbook': {
    message: 'The file is no workbook.',
    nextStep: 'Choose a file in Excel format, OpenDocument or CSV.',
  },
  'not-a-workspace': {
    message: 'The file is no workspace of this program.',
    nextStep: 'Choose a file that ends in .dimios.',
  },
  'nothing-to-import': {
    message: 'The file holds nothing that can be imported.',
    nextStep: 'Take it out of the list, or correct it and drop it again.',
  },
  'organisation-missing': {
    message: 'The workspace does not know what the municipality is called.',
    nextStep: 'Give the name of the organisation under Settings.',
  },
  'password-protected': {
    message: 'The file is protected with a password.',
    nextStep: 'Open it in Excel, take the password away and save it.',
  },
  'percent-out-of-range': {
    message: 'That is no percentage between 0 and 100.',
    nextStep: 'Give a number from 0 to 100.',
  },
  'program-fault': {
    message: 'Something went wrong in the program. Nothing has been changed.',
    nextStep: 'Try again. If it happens again, restart the program.',
  },
  'quadrants-missing': {
    message: 'The instrument has no quadrants.',
    nextStep: 'Use an instrument that says which dimensions are axes.',
  },
  'release-few-others': {
    message: 'Together with an earlier file this one shows what a few persons answered.',
    nextStep: 'Use the earlier files, or give a reason, which is kept.',
  },
  'release-other-minimum-group': {
    message:
      'Earlier files were made with another minimum group size: together they may show a hidden group.',
    nextStep: 'Use the earlier files, or give a reason, which is kept.',
  },
  'release-other-tree': {
    message: 'Earlier files were made with other units: together they may show a hidden group.',
    nextStep: 'Use the earlier files, or give a reason, which is kept.',
  },
  'report-settings-invalid': {
    message: 'The settings of the report cannot be used.',
    nextStep: 'Correct them and try again.',
  },
  'rest-hidden': {
    message: 'The unit cannot be compared with the rest: one of them has too few respondents to be shown.',
    nextStep: 'Choose a larger unit.',
  },
  'same-unit': {
    message: 'A unit cannot be compared with itself.',
    nextStep: 'Choose another unit to compare with.',
  },
  'sender-refused': {
    message: 'The call did not come from the program’s own window.',
    nextStep: 'Close the window and start the program again.',
  },
  'sheet-missing': {
    message: 'The file has no such sheet.',
    nextStep: 'Choose one of its sheets.',
  },
  'source-missing': {
    message: 'The value has no source.',
    nextStep: 'Say where it comes from, such as a report or a decision.',
  },
  'target-unknown': {
    message: 'No place to save to has been chosen.',
    nextStep: 'Choose where to save and try again.',
  },
  'too-large': {
    message: 'The file is larger than the program reads.',
    nextStep: 'Divide it into several files.',
  },
  'too-many-units': {
    message: 'The file has more units than can be imported.',
    nextStep: 'Check which column tells the unit: this one seems to hold something else.',
  },
  'unit-ambiguous': {
    message: 'Several units have that name.',
    nextStep: 'Name the unit with its whole path.',
  },
  'unit-missing': {
    message: 'There is no such unit any more.',
    nextStep: 'Choose units anew.',
  },
  'unit-not-in-year': {
    message: 'The unit has no results that year.',
    nextStep: 'Choose a year in which it has answers, or say which units it was formed of.',
  },
  'unrecognised-layout': {
    message:
      'The file is not recognised as survey answers, a summary, response rates or the employee survey.',
    nextStep: 'Check that it is the right file, or say in the table what the columns mean.',
  },
  'unsafe-workbook': {
    message: 'The file holds something that has no place in a workbook.',
    nextStep: 'Open it in Excel, and save it under a new name.',
  },
  'workbench-stopped': {
    message:
      'The part of the program that computes stopped and has been started again. What was saved is kept.',
    nextStep: 'Try again.',
  },
  'workspace-busy': {
    message: 'The workspace is in use by another program.',
    nextStep: 'Close it there and try again.',
  },
  'workspace-damaged': {
    message: 'The workspace is damaged.',
    nextStep: 'Open the latest copy of it.',
  },
  'workspace-exists': {
    message: 'There is already a file of that name.',
    nextStep: 'Choose another name.',
  },
  'workspace-migration-failed': {
    message: 'The workspace could not be brought up to date. It is as it was.',
    nextStep: 'Try again. If it happens again, it is a fault of the program.',
  },
  'workspace-missing': {
    message: 'There is no workspace there.',
    nextStep: 'Choose another from the list of workspaces.',
  },
  'workspace-newer': {
    message: 'The workspace was made by a newer version of the program.',
    nextStep: 'Update the program.',
  },
  'workspace-unknown': {
    message: 'The workspace cannot be found. It may have been moved or removed.',
    nextStep: 'Open it again from the list of workspaces.',
  },
  'workspace-unreadable': {
    message: 'The workspace cannot be read from the disk.',
    nextStep: 'Check the disk, or open a copy.',
  },
  'workspace-unwritable': {
    message: 'The workspace cannot be written to.',
    nextStep: 'Check that you may write to its folder.',
  },
  'year-has-answers': {
    message: 'The year already has answers. Nothing has been saved.',
    nextStep: 'Add the file to them, or let it replace them.',
  },
  'year-missing': {
    message: 'There are no results for that year.',
    nextStep: 'Choose another year, or import it.',
  },
  'year-out-of-range': {
    message: 'That is no year the program can use.',
    nextStep: 'Give a year with four digits.',
  },
  'passphrase-needed': {
    message: 'The workspace is encrypted and is opened with a passphrase.',
    nextStep: 'Give the passphrase.',
  },
  'passphrase-too-short': {
    message: 'The passphrase is too short. Nothing has been changed.',
    nextStep: 'Choose a longer one, such as four words that do not belong together.',
  },
  'passphrase-wrong': {
    message: 'The passphrase is not that of the workspace. The file has not been changed.',
    nextStep: 'Check capitals and try again, or use the recovery key.',
  },
  'report-of-other-unit': {
    message: 'The report is of another unit.',
    nextStep: 'Choose that unit and try again, or choose another file.',
  },
  'report-of-other-workspace': {
    message: 'The report is of another workspace.',
    nextStep: 'Open the workspace that it was written from, or write a new report.',
  },
  'template-too-large': {
    message: 'The template is larger than 5 MB.',
    nextStep: 'Take large pictures out of it, or save them smaller, and choose it again.',
  },
  'word-file-too-large': {
    message: 'The file is larger than 200 MB.',
    nextStep: 'Take large pictures out of it and try again.',
  },
  'word-file-unreadable': {
    message: 'The file cannot be read: it is not there, or is open in another program.',
    nextStep: 'Check the name, close it in Word and try again.',
  },
  'word-file-without-marks': {
    message: 'The file has no marks of figures and tables of a report from here.',
    nextStep: 'Choose a Word file that was written as a report here, or write a new one.',
  },
  'unit-already-merged': {
    message: 'The unit is already counted as another.',
    nextStep: 'Take that merge back first.',
  },
  'unit-merge-ring': {
    message: 'A unit cannot be counted as itself, or as one that lies under it.',
    nextStep: 'Merge the other way, or choose another unit.',
  },
  'unit-move-ring': {
    message: 'A unit cannot lie under itself or under one of its own.',
    nextStep: 'Choose another unit above it.',
  },
  'unit-name-empty': {
    message: 'The name of the unit is empty.',
    nextStep: 'Give a name.',
  },
  'unit-name-taken': {
    message: 'The name already stands for another unit.',
    nextStep: 'Choose another name, or merge the two.',
  },
  'unit-not-merged': {
    message: 'The unit is not merged with any other.',
    nextStep: 'Nothing more is needed.',
  },
  'unit-successor-itself': {
    message: 'A unit cannot take over after itself.',
    nextStep: 'Choose the units that took over.',
  },
  'validity-reversed': {
    message: 'The unit cannot end before its first year.',
    nextStep: 'Give the first year first.',
  },
};
