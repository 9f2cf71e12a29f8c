import narrow from '../../../resources/fonts/narrow.ttf?url'
import narrowBold from '../../../resources/fonts/narrowBold.ttf?url'
import sans from '../../../resources/fonts/sans.ttf?url'
import sansBold from '../../../resources/fonts/sansBold.ttf?url'
import serif from '../../../resources/fonts/serif.ttf?url'
import serifBold from '../../../resources/fonts/serifBold.ttf?url'
import serifBoldItalic from '../../../resources/fonts/serifBoldItalic.ttf?url'
import serifItalic from '../../../resources/fonts/serifItalic.ttf?url'
import type { FontId } from '../../shared/layout/display.ts'
import type { LayoutRequest } from './protocol.ts'

/** A layout worker as its window sees it. */
export interface LayoutPort {
  readonly post: (request: LayoutRequest) => void
  readonly close: () => void
}

/** Hears the worker: what it says, unchecked, and that it can't go on. */
export interface LayoutListener {
  readonly said: (message: unknown) => void
  readonly broke: (reason: string) => void
}

const addresses: Readonly<Record<FontId, string>> = {
  ...{ serif, serifItalic, serifBold, serifBoldItalic, sans, sansBold, narrow, narrowBold },
}

/** Starts the page engine in a worker of this window, with the fonts of the pages. */
export const startWorker = ({ said, broke }: LayoutListener): LayoutPort => {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', (event: MessageEvent<unknown>) => said(event.data))
  worker.addEventListener('error', (event) => broke(event.message || 'error'))
  worker.addEventListener('messageerror', () => broke('messageerror'))
  const absolute = (address: string) => new URL(address, document.baseURI).href
  const fonts: Record<FontId, string> = {
    serif: absolute(addresses.serif),
    serifItalic: absolute(addresses.serifItalic),
    serifBold: absolute(addresses.serifBold),
    serifBoldItalic: absolute(addresses.serifBoldItalic),
    sans: absolute(addresses.sans),
    sansBold: absolute(addresses.sansBold),
    narrow: absolute(addresses.narrow),
    narrowBold: absolute(addresses.narrowBold),
  }
  worker.postMessage({ type: 'start', fonts } satisfies LayoutRequest)
  return { post: (request) => worker.postMessage(request), close: () => worker.terminate() }
}
