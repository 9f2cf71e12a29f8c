import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { canonicalJson } from '../../shared/article/content.ts'
import type { Entry } from '../../shared/ledger/entry.ts'

/** SHA-256 of a text, hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** SHA-256 of the bytes of a file, hex. */
export const sha256Bytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What an entry says before it is signed. */
export type Unsigned = Omit<Entry, 'signature'>

/** Signatures are made for this purpose only: none can be passed off as one of another program or form. */
const purpose = 'profdvizhenie-newsroom/ledger/1\0'

const signedText = ({ schemaVersion, newsroom, chain, index, previous, seen, at, signer, key, act }: Unsigned): Buffer =>
  Buffer.from(purpose + canonicalJson({ schemaVersion, newsroom, chain, index, previous, seen, at, signer, key, act }))

/** A fresh Ed25519 pair: the public half as DER and the secret half as PKCS 8, both base64. */
export const newKeyPair = (): { readonly publicKey: string; readonly secretKey: string } => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    secretKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  }
}

/** How a public key is called: SHA-256 of its DER bytes, hex. */
export const keyId = (publicKey: string): string => createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex')

/** A secret key for signing, from PKCS 8 in base64. */
export const secretKeyOf = (secretKey: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(secretKey, 'base64'), format: 'der', type: 'pkcs8' })

/** The public half of a secret key, DER in base64. */
export const publicKeyOf = (secretKey: KeyObject): string =>
  createPublicKey(secretKey).export({ type: 'spki', format: 'der' }).toString('base64')

export const signEntry = (entry: Unsigned, secretKey: KeyObject): Entry => ({
  ...entry,
  signature: sign(null, signedText(entry), secretKey).toString('base64'),
})

/** Is the entry signed with the secret half of this key? */
export const isSignedWith = (entry: Entry, publicKey: string): boolean => {
  const signature = Buffer.from(entry.signature, 'base64')
  // Other spellings of the same bytes would make another entry with a valid signature.
  if (signature.toString('base64') !== entry.signature || keyId(publicKey) !== entry.key) return false
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' && verify(null, signedText(entry), key, signature)
  } catch {
    // Bytes that are no key at all.
    return false
  }
}

/** A whole entry as its line in a chain's file, without the line's end. */
export const lineOf = (entry: Entry): string => canonicalJson(entry)
