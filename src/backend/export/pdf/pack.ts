/** Packs the bytes of a stream (FlateDecode). */
export type Pack = (bytes: Uint8Array) => Uint8Array
