// The pure layers run under Node and in browsers alike: what both offer and TypeScript's ES libraries leave out.
declare class TextEncoder {
  encode(text: string): Uint8Array
}
declare class TextDecoder {
  decode(bytes: Uint8Array): string
}
