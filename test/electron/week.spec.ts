import { test } from './desktop.ts'
import { walkWeek } from './week.ts'

test('неделя: папка, номер, текст, правка, подпись, полоса, PDF', async ({ desktop }) => {
  await walkWeek(desktop)
})
