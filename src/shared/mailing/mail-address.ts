/** Longest address that a mail server takes (RFC 5321, 4.5.3.1). */
const longest = 254

/**
 * Is this an address that a letter can be sent to? Latin letters only: few servers take others, and a Russian letter
 * among them is a slip of the keyboard.
 */
export const isMailAddress = (text: string): boolean =>
  text.length <= longest &&
  /^[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+([a-zA-Z]{2,63}|xn--[a-zA-Z0-9-]{2,59})$/.test(
    text,
  )
