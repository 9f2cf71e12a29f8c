import { z } from 'zod'

/** One rule of how the newspaper writes. */
export const houseRuleSchema = z.object({
  id: z.string(),
  /** The official name, the right words. */
  preferred: z.string().trim().min(1).max(200),
  /** Words that are not to stand; in any form of theirs, behind «=» only as they are written. */
  forbidden: z.array(z.string().trim().min(1).max(200)).min(1).max(30),
  /** Why, for whoever meets it. */
  note: z.string().max(500).default(''),
})
export type HouseRule = z.infer<typeof houseRuleSchema>

/** No more rules than anybody will keep up. */
export const ruleLimit = 2000
export const wordLimit = 20_000

/** How the newspaper writes, and the words of its own that spelling knows. */
export const languageRecordSchema = z.object({
  schemaVersion: z.literal(1),
  rules: z.array(houseRuleSchema).max(ruleLimit),
  words: z.array(z.string().min(1).max(100)).max(wordLimit),
})
export type LanguageRecord = z.infer<typeof languageRecordSchema>

const rule = (id: string, preferred: string, forbidden: readonly string[], note: string): HouseRule => ({
  ...{ id, preferred, forbidden: [...forbidden], note },
})

/** What a newspaper of the union begins with. */
export const firstLanguage: LanguageRecord = {
  schemaVersion: 1,
  rules: [
    rule(
      'union',
      'Общероссийский Профсоюз образования',
      [
        'общероссийский профсоюз образования',
        'всероссийский профсоюз образования',
        'общероссийский профсоюз работников образования',
      ],
      'Официальное краткое название: «Общероссийский» и «Профсоюз» с прописной.',
    ),
    rule('federation', 'ФНПР', ['=Ф.Н.П.Р.'], 'Федерация независимых профсоюзов России, без точек.'),
    rule(
      'federationName',
      'Федерация независимых профсоюзов России',
      ['федерация независимых профсоюзов россии', 'федерация независимых российских профсоюзов'],
      'С прописной только первое слово и «России».',
    ),
    rule(
      'ministry',
      'Министерство просвещения РФ',
      ['=министерство просвещения РФ', '=Министерство Просвещения РФ'],
      'С прописной только первое слово.',
    ),
    rule(
      'ministryShort',
      'Минпросвещения России',
      ['=минпрос', '=Минпрос', '=минпросвещения России'],
      'Краткое официальное название.',
    ),
    rule('duma', 'Государственная Дума', ['=Государственная дума', '=государственная дума'], 'Оба слова с прописной.'),
    rule('labourCode', 'Трудовой кодекс РФ', ['=Трудовой Кодекс РФ', '=трудовой кодекс РФ'], 'С прописной только первое слово.'),
    rule('teacherDay', 'День учителя', ['=день учителя', '=День Учителя'], 'В названиях праздников с прописной первое слово.'),
    rule('according', 'согласно приказу', ['=согласно приказа'], '«Согласно» требует дательного падежа.'),
    rule('accordingLaw', 'согласно закону', ['=согласно закона'], '«Согласно» требует дательного падежа.'),
    rule('onEnding', 'по окончании', ['=по окончанию'], 'В значении «после» — предложный падеж.'),
    rule('onCompletion', 'по завершении', ['=по завершению'], 'В значении «после» — предложный падеж.'),
    rule('payFor', 'оплата проезда', ['=оплата за проезд'], '«Оплата» чего, «плата» за что.'),
    rule('collective', 'коллективный договор', ['=кол. договор', '=кол.договор'], 'Полностью или «колдоговор» слитно.'),
    rule('wages', 'заработная плата', ['=зар. плата', '=з/п', '=зар.плата'], 'Полностью или «зарплата» слитно.'),
    rule('duringYear', 'в течение года', ['=в течении года'], 'О времени — «в течение».'),
    rule('currently', 'сейчас', ['=в настоящее время', '=на сегодняшний день', '=на данный момент'], 'Канцелярский оборот.'),
    rule('takePlace', 'участвовать', ['=принимать участие', '=принять участие'], 'Короче и яснее одним глаголом.'),
    rule('because', 'из-за', ['=по причине того, что', '=в связи с тем, что'], 'Канцелярский оборот: перестройте фразу.'),
  ],
  words: [
    'профком',
    'профкома',
    'профкому',
    'профкомом',
    'профкоме',
    'профкомы',
    'профкомов',
    'колдоговор',
    'колдоговора',
    'первичка',
    'первички',
    'первичке',
    'первичку',
    'первичкой',
    'профактив',
    'профактива',
    'соцпартнёрство',
    'педработник',
    'педработники',
    'педработников',
  ],
}
