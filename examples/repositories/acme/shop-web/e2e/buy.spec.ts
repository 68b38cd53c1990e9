import { expect, test } from '@playwright/test';

test('a visitor puts a tent into the cart', async ({ page }) => {
  await page.goto('/tents');
  await page.getByRole('link', { name: 'Ridge 2' }).click();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByRole('status')).toHaveText('1 item in your cart');
});
