export const read = (bytes: Uint8Array) => bytes.length;
