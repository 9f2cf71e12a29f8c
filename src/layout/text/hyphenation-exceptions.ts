/** Words and names the patterns divide badly, with the places where they may be divided. */
export const hyphenationExceptions: readonly string[] = [
  'май-ор',
  'рай-он',
  'сес-тра',
  'без-опас-ность',
  'пред-ысто-рия',
  'меж-регио-наль-ный',
]
