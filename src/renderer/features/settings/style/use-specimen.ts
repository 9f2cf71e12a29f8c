import { useEffect, useRef, useState } from 'react'
import type { PageDisplay } from '../../../../shared/layout/display.ts'
import type { PageStyle } from '../../../../shared/settings/page-style.ts'
import { replySchema } from '../../../layout/protocol.ts'
import { type LayoutPort, startWorker } from '../../../layout/start-worker.ts'
import { type SpecimenNewspaper, specimenIssue, specimenPages, specimenStories } from './specimen-issue.ts'

/** So long one types on before the pages are set anew, in milliseconds. */
const pause = 150

interface Specimen {
  readonly pages: ReadonlyMap<number, PageDisplay>
  readonly isBroken: boolean
}

/** The pages of the specimen in a style, set by the page engine in a worker of its own; empty until the first time. */
export const useSpecimen = (style: PageStyle, newspaper: SpecimenNewspaper): Specimen => {
  const [specimen, setSpecimen] = useState<Specimen>({ pages: new Map(), isBroken: false })
  const port = useRef<LayoutPort | null>(null)
  const run = useRef(0)
  const { name, motto, portal } = newspaper
  useEffect(() => {
    const broke = () => setSpecimen((before) => ({ ...before, isBroken: true }))
    port.current = startWorker({
      broke,
      said: (message) => {
        const reply = replySchema.safeParse(message)
        if (!reply.success || reply.data.type === 'failed') return broke()
        if (reply.data.type !== 'laidOut') return
        const made = reply.data.pages
        setSpecimen(({ pages }) => ({
          pages: new Map([...pages, ...made.map((page) => [page.page, page] as const)]),
          isBroken: false,
        }))
      },
    })
    return () => {
      port.current?.close()
      port.current = null
      run.current = 0
    }
  }, [])
  useEffect(() => {
    const timer = setTimeout(
      () => {
        const isFirst = run.current === 0
        run.current += 1
        port.current?.post({
          type: 'layOut',
          run: run.current,
          outline: specimenIssue(style, { name, motto, portal }),
          stories: isFirst ? [...specimenStories] : [],
          pages: [...specimenPages],
        })
      },
      run.current === 0 ? 0 : pause,
    )
    return () => clearTimeout(timer)
  }, [style, name, motto, portal])
  return specimen
}
