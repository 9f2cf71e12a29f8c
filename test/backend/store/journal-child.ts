// Run by Node itself: types into one document of the store until it is killed, telling of each edit that was acknowledged.
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { openDocument } from '../../../src/backend/store/document.ts'
import { diskFiles } from '../../../src/backend/store/files.ts'

const [folder = ''] = process.argv.slice(2)
const base = join(folder, 'article')
const stored = await openDocument({ files: diskFiles, base, readOnly: false, derive: (doc) => doc.getText('deck').toString() })
const text = stored.doc.getText('deck')
for (;;) {
  text.insert(text.length, 'ж'.repeat(300))
  await stored.saved()
  // Synchronous: what is written here is in the pipe whatever happens next.
  writeSync(1, `${text.length}\n`)
}
