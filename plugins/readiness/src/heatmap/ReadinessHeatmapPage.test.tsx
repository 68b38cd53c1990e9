import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectNoViolations } from '../testing/expectNoViolations';
import { FakeReadinessApi } from '../testing/FakeReadinessApi';
import { renderHeatmap } from '../testing/renderHeatmap';
import { createManyEntities } from '../testing/sampleOrganisation';

const findGrid = () =>
  screen.findByRole('treegrid', { name: 'Readiness by Owner and category' });

function getRow(title: string): HTMLElement {
  const row = screen
    .getAllByText(title)
    .map(element => element.closest<HTMLElement>('[role="row"]'))
    .find(element => element !== null);
  if (!row) throw new Error(`No row ${title}`);
  return row;
}

describe('ReadinessHeatmapPage', () => {
  it('shows numbers, groups and cells', async () => {
    const { container } = renderHeatmap(new FakeReadinessApi());
    const grid = await findGrid();
    expect(within(grid).getAllByRole('columnheader')).toHaveLength(18);
    expect(getRow('All owners')).toHaveAttribute('aria-level', '1');
    const platform = getRow('Platform');
    expect(platform).toHaveAttribute('aria-expanded', 'true');
    expect(within(platform).getAllByRole('gridcell')).toHaveLength(17);
    expect(getRow('Kubernetes')).toHaveAttribute('aria-level', '2');
    expect(screen.getByText('8 stale, oldest', { exact: false })).toBeVisible();
    await expectNoViolations(container);
  });

  it('has one tab stop and moves in it with the keys', async () => {
    const user = userEvent.setup();
    renderHeatmap(new FakeReadinessApi());
    const grid = await findGrid();
    const stops = () => grid.querySelectorAll('[tabindex="0"]');
    expect(stops()).toHaveLength(1);
    await user.click(screen.getByText('Readiness', { selector: 'h1' }));
    grid.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    await user.keyboard('{ArrowDown}{End}');
    expect(stops()).toHaveLength(1);
    expect(document.activeElement).toHaveAttribute('aria-colindex', '18');
    await user.keyboard('{Control>}{Home}{/Control}');
    expect(document.activeElement).toHaveTextContent('All owners');
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement).toHaveTextContent('Owner');
  });

  it('opens a closed group with → and closes it with ←', async () => {
    const user = userEvent.setup();
    renderHeatmap(new FakeReadinessApi());
    await findGrid();
    const title = within(getRow('Checkout')).getByRole('rowheader');
    title.focus();
    await user.keyboard('{ArrowRight}');
    expect(await screen.findByRole('link', { name: 'orders' })).toHaveAttribute(
      'href',
      '/catalog/default/component/orders/readiness',
    );
    expect(getRow('Checkout')).toHaveAttribute('aria-expanded', 'true');
    await user.keyboard('{ArrowLeft}');
    await waitFor(() =>
      expect(screen.queryByRole('link', { name: 'orders' })).toBeNull(),
    );
  });

  it('opens the panel with Enter, follows the arrows, closes with Escape', async () => {
    const user = userEvent.setup();
    const { container } = renderHeatmap(new FakeReadinessApi());
    await findGrid();
    const [, , cell] = within(getRow('Checkout')).getAllByRole('gridcell');
    cell?.focus();
    await user.keyboard('{Enter}');
    const panel = await screen.findByRole('complementary', { name: 'Install' });
    expect(
      await within(panel).findByText('7 of 7, worst first'),
    ).toBeInTheDocument();
    expect(within(panel).getAllByRole('heading', { level: 3 })).toHaveLength(7);
    expect(screen.getByTestId('address')).toHaveTextContent(
      'cell=group:default/checkout~install',
    );
    await expectNoViolations(container);
    await user.keyboard('{ArrowRight}');
    expect(
      await screen.findByRole('complementary', { name: 'Configure' }),
    ).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
    expect(document.activeElement).toHaveAttribute('aria-colindex', '5');
  });

  it('asks for what the address says and writes what is picked', async () => {
    const user = userEvent.setup();
    const api = new FakeReadinessApi();
    renderHeatmap(api, '?lifecycle=production&strict=true');
    await findGrid();
    expect(api.heatmapRequests).toEqual([
      { groupBy: 'owner', lifecycle: ['production'] },
    ]);
    expect(screen.getByRole('checkbox', { name: 'Strict' })).toBeChecked();
    await user.click(screen.getByRole('button', { name: /^Type/ }));
    await user.click(
      await screen.findByRole('menuitemcheckbox', { name: /library/ }),
    );
    await waitFor(() =>
      expect(api.heatmapRequests.at(-1)).toEqual({
        groupBy: 'owner',
        lifecycle: ['production'],
        type: ['library'],
      }),
    );
    expect(screen.getByTestId('address')).toHaveTextContent('type=library');
  });

  it('sorts siblings by a category, worst first, then best first', async () => {
    const user = userEvent.setup();
    renderHeatmap(new FakeReadinessApi(), '?open=');
    const grid = await findGrid();
    await user.click(screen.getByRole('button', { name: 'Security' }));
    const getScores = () =>
      within(grid)
        .getAllByRole('row')
        .slice(2)
        .map(row =>
          parseInt(
            row.querySelector('[data-column="11"]')?.textContent ?? '',
            10,
          ),
        );
    const worst = [...getScores()].sort((one, other) => one - other);
    expect(getScores()).toEqual(worst);
    await user.click(screen.getByRole('button', { name: 'Security' }));
    expect(getScores()).toEqual([...worst].reverse());
    expect(screen.getByTestId('address')).toHaveTextContent('sort=-security');
  });

  it('renders only the lines in sight of thousands', async () => {
    const entities = createManyEntities(5000);
    renderHeatmap(
      new FakeReadinessApi({
        entities,
        owners: entities.map(({ owner = '' }) => ({ id: owner, title: owner })),
      }),
    );
    const grid = await findGrid();
    expect(grid).toHaveAttribute('aria-rowcount', '5002');
    expect(within(grid).getAllByRole('row').length).toBeLessThan(80);
  });

  it('loads', async () => {
    const api = new FakeReadinessApi();
    api.hanging.add('getHeatmap');
    renderHeatmap(api);
    expect(await screen.findByTestId('readiness-loading')).toBeInTheDocument();
  });

  it('says why it cannot be loaded and tries again', async () => {
    const user = userEvent.setup();
    const api = new FakeReadinessApi();
    api.failing.add('getHeatmap');
    renderHeatmap(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The heatmap could not be loaded.',
    );
    api.failing.clear();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await findGrid()).toBeInTheDocument();
  });

  it('says how far the first evaluation is', async () => {
    renderHeatmap(new FakeReadinessApi({ entities: [] }));
    expect(
      await screen.findByText('No entity has been evaluated yet'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/^228 entities are known, 0 of them evaluated/),
    ).toBeInTheDocument();
  });

  it('lifts filters that let nothing through', async () => {
    const user = userEvent.setup();
    renderHeatmap(new FakeReadinessApi(), '?type=robot');
    expect(
      await screen.findByText('No entity matches these filters'),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Remove Type' }));
    expect(await findGrid()).toBeInTheDocument();
  });
});
