import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { Operation } from '../../../shared/api/operation.ts'
import { type Dependency, type Query, useQuery } from '../../api/hooks.tsx'

/** Typing pauses this long before a question is sent, in milliseconds. */
const pause = 120

/** A value as it was when it last stood still. */
const useSettled = <T>(value: T): T => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** The answer to a question that is being typed: until the next one has come, the one before stays. Null asks nothing. */
export const useAnswer = <I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O>,
  input: z.input<I> | null,
  dependencies: readonly Dependency[],
): Query<z.output<O>> => {
  const settled = useSettled(JSON.stringify(input))
  const [asked, setAsked] = useState({ text: settled, input })
  if (asked.text !== settled && settled === JSON.stringify(input)) setAsked({ text: settled, input })
  const query = useQuery(operation, asked.input, dependencies)
  const [last, setLast] = useState(query.value)
  if (query.value !== null && query.value !== last) setLast(query.value)
  return { ...query, value: query.value ?? last }
}
