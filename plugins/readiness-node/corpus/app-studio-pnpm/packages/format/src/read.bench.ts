import { bench } from 'vitest';
import { read } from './read';

bench('read', () => {
  read(new Uint8Array(1024));
});
