import { expect, Page, test } from '@playwright/test';
import { expectAccessible } from './expectAccessible';
import { openAsGuest } from './signIn';

const SCORECARD = '/catalog/default/component/checkout/readiness';

async function openHeatmap(page: Page, query = ''): Promise<void> {
  await openAsGuest(page, `/readiness${query}`);
  await expect(page.getByRole('treegrid')).toBeVisible();
}

test('the heatmap shows teams by categories and opens what stands behind a cell', async ({
  page,
}) => {
  await openHeatmap(page);
  const grid = page.getByRole('treegrid');
  await expect(
    grid.getByRole('columnheader', { name: /Backup and restore/ }),
  ).toBeVisible();
  const row = grid.getByRole('row').filter({ hasText: 'Checkout' });
  await row.getByRole('gridcell').last().click();
  const panel = page.getByRole('complementary').filter({ hasText: 'Checkout' });
  await expect(
    panel.getByRole('link', { name: 'Checkout', exact: true }),
  ).toBeVisible();
  await expect(page).toHaveURL(/cell=/);
  await expectAccessible(page, 'main');
});

test('the heatmap can be walked with the keyboard', async ({ page }) => {
  await openHeatmap(page);
  const grid = page.getByRole('treegrid');
  await grid.locator('[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary').last()).toContainText('Tests');
  await page.keyboard.press('Escape');
  await expect(grid.locator(':focus')).toHaveAttribute('aria-colindex', '18');
});

test('filters of the heatmap stand in the URL', async ({ page }) => {
  await openHeatmap(page, '?type=website');
  const all = page
    .getByRole('treegrid')
    .getByRole('row', { name: /^All owners 2\b/ });
  await expect(all).toBeVisible();
});

test('a scorecard shows the lines that prove a verdict', async ({ page }) => {
  await openAsGuest(page, SCORECARD);
  await expect(
    page.getByRole('heading', { name: '15 categories' }),
  ).toBeVisible();
  await page.getByRole('button', { name: /High availability/ }).click();
  await page
    .getByRole('button', { name: /database-multi-zone|Databases/ })
    .first()
    .click();
  const evidence = page
    .locator('a[href*="git.acme.test/acme/checkout/blob/"]')
    .first();
  await expect(evidence).toHaveAttribute('href', /#L\d+/);
  await expectAccessible(page, 'article, main');
});

test('an evaluation can be asked for', async ({ page }) => {
  await openAsGuest(page, SCORECARD);
  await page.getByRole('button', { name: 'Evaluate now' }).click();
  await expect(
    page.getByRole('heading', { name: '15 categories' }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Evaluate now' })).toBeEnabled({
    timeout: 30_000,
  });
});

for (const width of [390, 768, 1440]) {
  test(`no page scrolls sideways at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openHeatmap(page);
    for (const path of ['/readiness', SCORECARD]) {
      await page.goto(path);
      await expect(page.getByRole('heading').first()).toBeVisible();
      const overflow = await page.evaluate(
        () =>
          document.documentElement.scrollWidth -
          document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });
}

test('in the dark everything keeps its contrast', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('theme', 'dark'));
  await openHeatmap(page);
  await expectAccessible(page, 'main');
  await page.goto(SCORECARD);
  await expect(
    page.getByRole('heading', { name: '15 categories' }),
  ).toBeVisible();
  await expectAccessible(page, 'article, main');
});
