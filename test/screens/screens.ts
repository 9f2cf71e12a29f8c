import { advertScreens } from './advert.ts'
import { articleScreens } from './article.ts'
import { calendarScreens } from './calendar.ts'
import { conditionScreens } from './conditions.ts'
import { deskScreens } from './desk.ts'
import { issueScreens } from './issue.ts'
import { mediaScreens } from './media.ts'
import { pageScreens } from './page.ts'
import { publishingScreens } from './publishing.ts'
import type { Screen } from './screen.ts'
import { settingsScreens } from './settings.ts'
import { signoffScreens } from './signoff.ts'
import { startScreens } from './start.ts'
import { windowScreens } from './window.ts'

/** Every screen, panel, dialog and state of the interface, in the order of a walk. */
export const screens: readonly Screen[] = [
  ...startScreens,
  ...deskScreens,
  ...issueScreens,
  ...calendarScreens,
  ...windowScreens,
  ...articleScreens,
  ...mediaScreens,
  ...pageScreens,
  ...advertScreens,
  ...signoffScreens,
  ...publishingScreens,
  ...settingsScreens,
  ...conditionScreens,
]
