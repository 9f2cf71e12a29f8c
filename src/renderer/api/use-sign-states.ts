import type { PageSignState } from '../../shared/signoff/api.ts'
import { signoffApi } from '../../shared/signoff/api.ts'
import { type Dependency, useQuery } from './hooks.tsx'

const dependencies: readonly Dependency[] = ['signoff', 'issue', 'article', 'advert', 'settings', 'staff']

/** Where each page of an issue is with its signature, the first one first; null until that is known. */
export const useSignStates = (issue: string): readonly PageSignState[] | null =>
  useQuery(signoffApi.states, { issue }, dependencies).value
