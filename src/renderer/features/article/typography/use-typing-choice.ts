import { useState } from 'react'
import { preference } from '../../../app/preference.ts'

const kept = preference('newsroom.typographyTyping', ['on', 'off'])

/** Is typography set right while typing? Chosen by each person for this computer. */
export const isTypingOn = (): boolean => kept.read(window.localStorage) === 'on'

export const useTypingChoice = (): readonly [boolean, (on: boolean) => void] => {
  const [on, setOn] = useState(isTypingOn)
  const choose = (next: boolean) => {
    kept.write(window.localStorage, next ? 'on' : 'off')
    setOn(next)
  }
  return [on, choose]
}
