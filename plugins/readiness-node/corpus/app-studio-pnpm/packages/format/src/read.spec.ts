import { expect, it } from 'vitest';
import { read } from './read';

it('reads', () => expect(read(new Uint8Array(2))).toBe(2));
