import { createContext, type ReactNode, useContext } from 'react'
import { type Messages, ru } from './ru.ts'

const TextContext = createContext<Messages>(ru)

export const TextProvider = ({ messages, children }: { messages: Messages; children: ReactNode }) => (
  <TextContext value={messages}>{children}</TextContext>
)

/** The messages of the language on screen. */
export const useText = (): Messages => useContext(TextContext)
