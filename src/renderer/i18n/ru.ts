import { app } from './ru/app.ts'
import { article } from './ru/article.ts'
import { issue } from './ru/issue.ts'
import { page } from './ru/page.ts'
import { publishing } from './ru/publishing.ts'
import { settings } from './ru/settings.ts'
import { start } from './ru/start.ts'
import { ui } from './ru/ui.ts'
import { vocabulary } from './ru/vocabulary.ts'

/** Everything the interface says in Russian, by screen. */
export const ru = { app, article, issue, page, publishing, settings, start, ui, vocabulary }

export type Messages = typeof ru
