import { useState } from 'react'
import type { Input, Operation } from '../../../../shared/api/operation.ts'
import type { Failure } from '../../../../shared/api/result.ts'
import type { publishingApi } from '../../../../shared/publishing/api.ts'
import { useClient } from '../../../api/hooks.tsx'

type Exporting = typeof publishingApi.exportLog | typeof publishingApi.exportReport

/** Has a table written, and knows where it lies or why it was not. */
export const useTable = <O extends Exporting & Operation>(operation: O) => {
  const client = useClient()
  const [file, setFile] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const write = async (input: Input<O>): Promise<void> => {
    const written = await client.call<Exporting['input'], Exporting['output']>(operation, input)
    setFile(written.ok ? written.value.file : null)
    setFailure(written.ok ? null : written.failure)
  }
  return { file, failure, write }
}
