import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';

const compressBytes = promisify(brotliCompress);
const decompressBytes = promisify(brotliDecompress);

/** Fast rather than small: results are written once and read often. */
const OPTIONS = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 3 },
};

/** Compresses JSON text off the main thread. */
export async function compressText(text: string): Promise<Buffer> {
  return compressBytes(text, OPTIONS);
}

export async function decompressText(bytes: Buffer): Promise<string> {
  return (await decompressBytes(bytes)).toString('utf8');
}
