// What a test arranges and looks up: it reaches this object as `globalThis.standIn` through Playwright's evaluate().

/** A dialog that was shown, with the options it was shown with. */
export interface ShownDialog {
  readonly kind: string
  readonly options: unknown
}

export interface ShownMenu {
  readonly items: readonly { readonly label: string; click(): void }[]
}

export interface StandInDesk {
  /** The answers that the next dialogs get, in this order; a dialog without an answer is an error. */
  readonly answers: { readonly kind: string; readonly answer: unknown }[]
  readonly dialogs: ShownDialog[]
  readonly shell: { readonly call: string; readonly target: string }[]
  readonly notifications: { readonly title: string; readonly body: string; click(): void }[]
  readonly popups: ShownMenu[]
  readonly permissions: { readonly permission: string; readonly granted: boolean }[]
  keyring: 'gnome_libsecret' | 'basic_text' | 'none'
}

export const desk: StandInDesk = {
  answers: [],
  dialogs: [],
  shell: [],
  notifications: [],
  popups: [],
  permissions: [],
  keyring: process.env.STAND_IN_KEYRING === 'none' ? 'none' : 'gnome_libsecret',
}

declare global {
  var standIn: StandInDesk | undefined
}
