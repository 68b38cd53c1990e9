import { ConflictError } from '@backstage/errors';

/**
 * Adds items of other modules.
 *
 * @throws ConflictError naming an id that is taken.
 */
export function addUnique<T extends { readonly id: string }>(
  items: T[],
  added: readonly T[],
  noun: string,
): void {
  for (const item of added) {
    if (items.some(({ id }) => id === item.id)) {
      throw new ConflictError(`There is already a ${noun} '${item.id}'`);
    }
    items.push(item);
  }
}
