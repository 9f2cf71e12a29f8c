const keys = { undo: { shiftKey: false }, redo: { shiftKey: true } } as const

/**
 * Undoes or redoes where the cursor stands, as the key does: an editor with a history of its own hears the key press,
 * a plain field has the browser's history.
 */
export const editAtCursor = (command: keyof typeof keys, mac: boolean): void => {
  const target = document.activeElement ?? document.body
  const press = new KeyboardEvent('keydown', {
    key: 'z',
    code: 'KeyZ',
    keyCode: 90,
    ctrlKey: !mac,
    metaKey: mac,
    ...keys[command],
    bubbles: true,
    cancelable: true,
  })
  const unheard = target.dispatchEvent(press)
  if (unheard) document.execCommand(command)
}
