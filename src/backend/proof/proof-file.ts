import { join, resolve } from 'node:path'
import { type Result, success } from '../../shared/api/result.ts'
import { readFonts, readyPage } from '../export/compose-files.ts'
import { openPlaced } from '../export/document/open-placed.ts'
import { checkPath } from '../export/target-file.ts'
import { writeBeside } from '../export/write-beside.ts'
import { issueFileName } from '../issue/issue-store.ts'
import type { Newsroom } from '../newsroom.ts'
import { findProof, type ProofPlace, pageOfProof } from './revision.ts'

/** Writes a proof as PDF with its number across the page: it can be taken for nothing else. */
export const writeProof = async (
  newsroom: Newsroom,
  { number, file, ...place }: ProofPlace & { readonly number: number; readonly file: string | null },
): Promise<Result<{ file: string; bytes: number }>> => {
  const proof = findProof(newsroom, place, number)
  if (!proof.ok) return proof
  const page = await pageOfProof(newsroom, proof.value)
  if (!page.ok) return page
  const name = `${issueFileName(place.issue)}-p${place.page}-ottisk-${number}.pdf`
  const path = await checkPath(newsroom, file === null ? join(newsroom.folder, 'exports', name) : resolve(file))
  if (!path.ok) return path
  const ready = await readyPage(newsroom, page.value, { target: 'office' }, () => undefined)
  if (!ready.ok) return ready
  const { publication } = newsroom.settings.get()
  // Loaded when it is needed: it is large.
  const { openPdf } = await import('../export/pdf/write-pdf.ts')
  const writer = openPdf({
    facts: {
      title: `${publication.name} № ${place.issue}, полоса ${place.page}: корректурный оттиск № ${number}`,
      author: publication.name,
      date: new Date(proof.value.taken.at),
    },
    mark: `корректурный оттиск № ${number}`,
    fonts: await readFonts(newsroom),
    print: null,
    pages: [ready.value.display],
  })
  const placed = await openPlaced(newsroom, ready.value.display)
  const bytes = Buffer.concat([...writer.addPage(ready.value.display, ready.value.pictures, placed), ...writer.finish()])
  const written = await writeBeside(newsroom.environment, path.value, async (write) => success(await write(bytes)))
  return written.ok ? success({ file: path.value, bytes: bytes.length }) : written
}
