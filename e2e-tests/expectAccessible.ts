import AxeBuilder from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';

/** Expects axe to find nothing in what the plugin draws, with no rule left out. */
export async function expectAccessible(
  page: Page,
  within: string,
): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(within)
    .analyze();
  expect(
    violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(node => node.target).join(', ')}`,
    ),
  ).toEqual([]);
}
