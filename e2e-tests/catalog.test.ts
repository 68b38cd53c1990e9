import { expect, test } from '@playwright/test';
import { openAsGuest } from './signIn';

test('a guest signs in and sees the components of the demo organisation', async ({
  page,
}) => {
  await openAsGuest(page, '/?filters[kind]=component&filters[user]=all');

  await expect(
    page.getByRole('heading', { name: 'Acme Catalog' }),
  ).toBeVisible();
  await page.getByRole('textbox', { name: 'search' }).fill('cart');
  await expect(page.getByRole('link', { name: /^cart$/i })).toBeVisible();
});
