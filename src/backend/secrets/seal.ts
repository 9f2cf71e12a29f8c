import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'

const base64 = z.base64()

/** A secret under a passphrase: scrypt (RFC 7914) makes the key, AES-256-GCM seals. All bytes are base64. */
export const sealedSchema = z.object({
  schemaVersion: z.literal(1),
  salt: base64,
  /** Cost of scrypt: N is two to this power; r = 8, p = 1. */
  logN: z.number().int().min(10).max(20),
  iv: base64,
  tag: base64,
  sealed: base64,
})
export type Sealed = z.infer<typeof sealedSchema>

const blockSize = 8
const standardLogN = 15

const deriveKey = (passphrase: string, salt: Uint8Array, logN: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const cost = 2 ** logN
    // Node refuses to use more than 32 MiB unless told; scrypt needs 128 · N · r bytes and a little.
    const options = { N: cost, r: blockSize, p: 1, maxmem: 256 * cost * blockSize }
    scrypt(passphrase.normalize('NFKC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)))
  })

/** Seals a text. `label` says what the secret is for: it can't be opened under another one. */
export const seal = async (passphrase: string, label: string, secret: string): Promise<Sealed> => {
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await deriveKey(passphrase, salt, standardLogN), iv)
  cipher.setAAD(Buffer.from(label, 'utf8'))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return {
    schemaVersion: 1,
    salt: salt.toString('base64'),
    logN: standardLogN,
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    sealed: sealed.toString('base64'),
  }
}

/** Opens a sealed text; null when the passphrase or the label is another one, or a byte was changed. */
export const unseal = async (passphrase: string, label: string, sealed: Sealed): Promise<string | null> => {
  const key = await deriveKey(passphrase, Buffer.from(sealed.salt, 'base64'), sealed.logN)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.iv, 'base64'), { authTagLength: 16 })
    decipher.setAAD(Buffer.from(label, 'utf8'))
    decipher.setAuthTag(Buffer.from(sealed.tag, 'base64'))
    return Buffer.concat([decipher.update(Buffer.from(sealed.sealed, 'base64')), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
