import { expect, test } from '@playwright/test';
import { openAsGuest } from './signIn';

test('a guest signs in and sees the components of the demo organisation', async ({
  page,
}) => {
  await openAsGuest(page, '/');

  await expect(
    page.getByRole('heading', { name: 'Acme Catalog' }),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'cart' })).toBeVisible();
});
