import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { houseRuleSchema, languageRecordSchema } from './house/house-style.ts'

/** How the newspaper writes, and the words of its own. */
export const languageApi = {
  read: reading('language.read', z.object({}), languageRecordSchema.extend({ mayChange: z.boolean() })),
  /** Keeps a rule: a new one, or in place of that with its id. */
  saveRule: writing('language.saveRule', 'keepHouseStyle', z.object({ rule: houseRuleSchema }), z.object({})),
  removeRule: writing('language.removeRule', 'keepHouseStyle', z.object({ id: z.string() }), z.object({})),
  addWord: writing('language.addWord', 'staff', z.object({ word: z.string().trim().min(1).max(100) }), z.object({})),
  removeWord: writing('language.removeWord', 'staff', z.object({ word: z.string() }), z.object({})),
  /** Writes the rules as a table into `exports/`. */
  exportRules: writing('language.exportRules', 'everyone', z.object({}), z.object({ file: z.string() })),
  /** Takes rules from a table: «Правильно», «Неправильно» (several behind «|»), «Пояснение»; base64 of its bytes. */
  importRules: writing(
    'language.importRules',
    'keepHouseStyle',
    z.object({ bytes: z.string() }),
    z.object({ added: z.number(), changed: z.number(), skipped: z.number() }),
  ),
} as const
