/** What a person can choose in the menu of the desktop program and only the window can do. */
export const menuCommands = [
  'newsroomDemo',
  'newsroomCreate',
  'newsroomOpen',
  'filesImport',
  'pdfExport',
  'folderClose',
  'undo',
  'redo',
  'find',
  'sectionDesk',
  'sectionIssue',
  'sectionArticle',
  'sectionMedia',
  'sectionPage',
  'sectionPublishing',
  'sectionSettings',
  'themeSystem',
  'themeLight',
  'themeDark',
  'keyList',
] as const
export type MenuCommand = (typeof menuCommands)[number]
