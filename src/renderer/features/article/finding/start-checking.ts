import affixes from '../../../../../node_modules/dictionary-ru/index.aff?url'
import stems from '../../../../../node_modules/dictionary-ru/index.dic?url'
import type { CheckerPorts } from './checker.ts'

/** Starts the worker of this window that knows the Russian dictionary. */
export const startChecking: CheckerPorts['start'] = (said) => {
  const worker = new Worker(new URL('./checking.worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', (event: MessageEvent<unknown>) => said(event.data))
  const absolute = (address: string) => new URL(address, document.baseURI).href
  worker.postMessage({ type: 'start', affixes: absolute(affixes), stems: absolute(stems) })
  return (request) => worker.postMessage(request)
}
