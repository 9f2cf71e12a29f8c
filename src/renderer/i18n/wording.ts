/** The shape of messages without their words: texts stay texts, functions keep what they take and return wording. */
export type Wording<T> = T extends string
  ? string
  : T extends (...input: infer I) => infer R
    ? (...input: I) => Wording<R>
    : T extends readonly unknown[] | object
      ? { readonly [K in keyof T]: Wording<T[K]> }
      : T
