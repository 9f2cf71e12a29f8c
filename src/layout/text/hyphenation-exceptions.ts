/**
 * Beginnings of words that the patterns divide badly, with the places where they may be divided. What follows in the word
 * is divided by the patterns.
 */
export const hyphenationExceptions: readonly string[] = [
  'май-ор',
  'рай-он',
  'мин-обр-нау-ки',
  'рос-обр-над-зор',
  'рос-потреб-над-зор',
  'рос-труд',
  'рос-стат',
  'проф-ли-дер',
  'пред-ысто-ри',
  'без-ыни-циа-тив',
  'меж-ре-гио-нал',
  'обл-проф',
  'гор-проф',
  'рай-проф',
  'спец-одеж',
  'соц-стра-хо-ва-ни',
  'гос-обес-пе-че-ни',
  'под-ын-спек-тор',
  'пед-ин-сти-ту',
  'мед-осмотр',
]
