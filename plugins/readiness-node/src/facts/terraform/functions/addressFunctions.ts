import type { HclFunction } from '../evaluation/calls';
import { plainFunction, text } from './plainFunction';

/** Functions on IPv4 networks; IPv6 is left unresolved. */
export const addressFunctions: Readonly<Record<string, HclFunction>> = {
  cidrsubnet: plainFunction((prefix, bits, number) =>
    subnet(text(prefix), Number(bits), Number(number)),
  ),
  cidrhost: plainFunction((prefix, number) =>
    host(text(prefix), Number(number)),
  ),
  cidrnetmask: plainFunction(prefix => {
    const network = parse(text(prefix));
    return network && formatAddress(maskOf(network.length));
  }),
};

interface Network {
  readonly address: number;
  readonly length: number;
}

function parse(prefix: string): Network | undefined {
  const found = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(
    prefix,
  );
  if (!found) return undefined;
  const [first = 0, second = 0, third = 0, fourth = 0, length = 33] = found
    .slice(1)
    .map(Number);
  if (length > 32 || [first, second, third, fourth].some(part => part > 255))
    return undefined;
  const address = ((first * 256 + second) * 256 + third) * 256 + fourth;
  const size = 2 ** (32 - length);
  return { address: Math.floor(address / size) * size, length };
}

function subnet(
  prefix: string,
  bits: number,
  number: number,
): string | undefined {
  const network = parse(prefix);
  const length = (network?.length ?? 33) + bits;
  if (!network || length > 32 || number < 0 || number >= 2 ** bits)
    return undefined;
  return `${formatAddress(
    network.address + number * 2 ** (32 - length),
  )}/${length}`;
}

function host(prefix: string, number: number): string | undefined {
  const network = parse(prefix);
  if (!network) return undefined;
  const size = 2 ** (32 - network.length);
  const offset = number < 0 ? size + number : number;
  return offset >= 0 && offset < size
    ? formatAddress(network.address + offset)
    : undefined;
}

function maskOf(length: number): number {
  return 2 ** 32 - 2 ** (32 - length);
}

function formatAddress(address: number): string {
  return [24, 16, 8, 0]
    .map(shift => Math.floor(address / 2 ** shift) % 256)
    .join('.');
}
