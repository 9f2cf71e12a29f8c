import { type Command, type CommandLine, WrongUsage } from './command.ts'

/** Finds the command that a line begins with: the longest name wins. */
export const findCommand = (commands: readonly Command[], words: readonly string[]): Command | null =>
  [...commands]
    .sort((a, b) => b.name.split(' ').length - a.name.split(' ').length)
    .find((command) => command.name.split(' ').every((part, i) => words[i] === part)) ?? null

/** Splits the words after a command's name into positional words and options; rejects what the command does not know. */
export const parseLine = (command: Command, words: readonly string[]): CommandLine => {
  const positional: string[] = []
  const flags = new Set<string>()
  const values = new Map<string, string[]>()
  let onlyWords = false
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? ''
    if (onlyWords || !word.startsWith('--')) {
      positional.push(word)
      continue
    }
    if (word === '--') {
      onlyWords = true
      continue
    }
    const [name = '', inline] = word.slice(2).split(/=(.*)/s)
    if (command.flags.includes(name) && inline === undefined) flags.add(name)
    else if (command.values.includes(name)) {
      const value = inline ?? words[i + 1]
      if (value === undefined) throw new WrongUsage(`после --${name} нужно значение`)
      if (inline === undefined) i += 1
      values.set(name, [...(values.get(name) ?? []), value])
    } else throw new WrongUsage(`ключ --${name} здесь не годится`)
  }
  const [least, most] = command.words
  if (positional.length < least) throw new WrongUsage('не хватает слов')
  if (positional.length > most) throw new WrongUsage(`лишнее слово «${positional[most] ?? ''}»`)
  return { words: positional, flags, values }
}
