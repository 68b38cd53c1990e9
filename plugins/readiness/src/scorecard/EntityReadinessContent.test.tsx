import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createEntity } from '../testing/createEntity';
import { expectNoViolations } from '../testing/expectNoViolations';
import { FakeReadinessApi } from '../testing/FakeReadinessApi';
import { renderScorecard } from '../testing/renderScorecard';
import { cartStored } from '../testing/sampleScorecard';

describe('EntityReadinessContent', () => {
  it('shows verdict, score, next steps and categories', async () => {
    const { container } = renderScorecard(new FakeReadinessApi());
    const summary = await screen.findByRole('region', { name: 'Summary' });
    expect(within(summary).getByText('Below the bar')).toBeInTheDocument();
    expect(
      within(summary).getByText('10 checks to go from level 1 to level 2'),
    ).toBeInTheDocument();
    const next = screen.getByRole('region', { name: 'What to do next' });
    expect(within(next).getAllByRole('listitem')).toHaveLength(5);
    expect(
      within(next).getByText('1 unknown also blocks level 2.'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: /High availability, score 83/ }),
    ).toHaveAttribute('aria-expanded', 'false');
    await expectNoViolations(container);
  });

  it('opens a category and a check to its evidence', async () => {
    const user = userEvent.setup();
    const { container } = renderScorecard(new FakeReadinessApi());
    await user.click(
      await screen.findByRole('button', { name: /High availability, score/ }),
    );
    await user.click(
      screen.getByRole('button', { name: 'Caches fail over on their own' }),
    );
    expect(
      screen.getAllByRole('link', {
        name: /acme\/infra@b81d07e · services\/cart\/cache\.tf:14–23/,
      })[1],
    ).toHaveAttribute(
      'href',
      'https://github.com/acme/infra/blob/b81d07e99c01f2a3/services/cart/cache.tf#L14-L23',
    );
    expect(
      screen.getByRole('button', { name: 'terraform', pressed: true }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/Passing lifts High availability/),
    ).toHaveTextContent('from 83 to 100');
    await expectNoViolations(container);
  });

  it('opens the check that the address names, with the focus on it', async () => {
    renderScorecard(new FakeReadinessApi(), {
      path: '/?check=multi-region',
    });
    const button = await screen.findByRole('button', { name: 'Multi region' });
    await waitFor(() => expect(button).toHaveFocus());
    expect(button).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('What to tell it')).toBeInTheDocument();
    expect(
      screen.getByText(/give the variable/, { selector: 'li' }),
    ).toHaveTextContent('give the variable replica_regions a default');
  });

  it('shows a waived check with its reason and what it changes', async () => {
    renderScorecard(new FakeReadinessApi(), {
      path: '/?check=disruption-budget',
    });
    expect(
      await screen.findByText(/Level 2 still asks for it, since planned/),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /OPS-2291/ })).toHaveAttribute(
      'href',
      'https://tickets.acme.test/OPS-2291',
    );
  });

  it('reads filters from the address', async () => {
    renderScorecard(new FakeReadinessApi(), {
      path: '/?outcome=unknown',
    });
    expect(
      await screen.findByRole('button', { name: /^Unknown 3/, pressed: true }),
    ).toBeInTheDocument();
    const found = screen.getAllByRole('heading', { level: 4 });
    expect(found.map(heading => heading.firstChild?.textContent)).toEqual([
      'Multi region',
      'Autoscaling bounds',
      'Offsite backup',
    ]);
  });

  it('narrows by outcome and text', async () => {
    const user = userEvent.setup();
    renderScorecard(new FakeReadinessApi());
    await user.click(await screen.findByRole('button', { name: /^Fails 16/ }));
    expect(screen.getAllByRole('heading', { level: 4 })).toHaveLength(16);
    await user.type(
      screen.getByRole('searchbox', { name: 'Find a check' }),
      'CKV2_AWS_50',
    );
    await waitFor(() =>
      expect(screen.getAllByRole('heading', { level: 4 })).toHaveLength(1),
    );
    expect(screen.getByText('1 check found')).toBeInTheDocument();
  });

  it('keeps the old result while a new one is made, and says when it is there', async () => {
    const user = userEvent.setup();
    const api = new FakeReadinessApi();
    renderScorecard(api);
    await user.click(
      await screen.findByRole('button', { name: 'Evaluate now' }),
    );
    expect(api.requested).toEqual(['component:default/cart']);
    expect(screen.getAllByText('Evaluating…').length).toBeGreaterThan(0);
    expect(screen.getByText('Below the bar')).toBeInTheDocument();
    api.stored = {
      'component:default/cart': {
        ...cartStored,
        evaluatedAt: '2026-11-22T10:00:00Z',
      },
    };
    expect(await screen.findByText(/^Evaluated\. Score/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Evaluate now' })).toBeEnabled();
  });

  it('composes a waiver and says what is missing', async () => {
    const user = userEvent.setup();
    renderScorecard(new FakeReadinessApi(), {
      path: '/?check=os-packages-pinned',
    });
    await user.click(await screen.findByRole('button', { name: 'Waive…' }));
    const dialog = await screen.findByRole('dialog', {
      name: /^Waive “Os packages|^Waive “OS packages/,
    });
    expect(dialog).toHaveTextContent('say why, in at least 10 characters');
    await user.type(
      within(dialog).getByLabelText('Reason, at least 10 characters'),
      'Alpine drops old versions',
    );
    expect(dialog).toHaveTextContent('this kind needs a last day');
    await user.selectOptions(
      within(dialog).getByLabelText('Kind'),
      'not-applicable',
    );
    expect(dialog).toHaveTextContent('Valid.');
    expect(dialog).toHaveTextContent('reason: Alpine drops old versions');
    expect(
      within(dialog).getByRole('link', { name: 'Edit the catalog file' }),
    ).toHaveAttribute(
      'href',
      'https://github.com/acme/cart/edit/main/catalog-info.yaml',
    );
    await expectNoViolations(dialog);
  });

  it('says that results are stale, read in part, or lack a file', async () => {
    const api = new FakeReadinessApi({
      stored: {
        'component:default/cart': {
          ...cartStored,
          stale: { since: '2026-11-21T09:10:00Z', reason: 'GitHub said 403' },
          scorecard: cartStored.scorecard && {
            ...cartStored.scorecard,
            problems: [
              { kind: 'truncated-read', message: '5,000 of 7,412 files' },
              {
                kind: 'parse-failure',
                path: 'legacy.tf',
                startLine: 3,
                message: 'unclosed block',
              },
            ],
          },
        },
      },
    });
    renderScorecard(api);
    expect(await screen.findByText(/^Stale: these/)).toBeInTheDocument();
    expect(screen.getByText('Read in part.')).toBeInTheDocument();
    expect(screen.getByText('legacy.tf:3')).toBeInTheDocument();
  });

  it('loads', async () => {
    const api = new FakeReadinessApi();
    api.hanging.add('getScorecard');
    const { container } = renderScorecard(api);
    expect(await screen.findByTestId('readiness-loading')).toHaveAttribute(
      'aria-busy',
      'true',
    );
    await expectNoViolations(container);
  });

  it('says why it cannot be loaded and tries again', async () => {
    const user = userEvent.setup();
    const api = new FakeReadinessApi();
    api.failing.add('getScorecard');
    renderScorecard(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      '503 Service Unavailable',
    );
    api.failing.clear();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Below the bar')).toBeInTheDocument();
  });

  it('tells how to link a repository when none is', async () => {
    const { container } = renderScorecard(new FakeReadinessApi(), {
      entity: createEntity('lonely', {}),
    });
    expect(
      await screen.findByText('Nothing is evaluated for lonely yet'),
    ).toBeInTheDocument();
    expect(screen.getByText(/readiness\/repositories: \|/)).toBeInTheDocument();
    await expectNoViolations(container);
  });

  it('says that the first evaluation is queued', async () => {
    const entityRef = 'component:default/cart';
    renderScorecard(
      new FakeReadinessApi({
        stored: { [entityRef]: { entityRef, state: 'queued', trend: [] } },
      }),
    );
    expect(
      await screen.findByText('cart is about to be evaluated'),
    ).toBeInTheDocument();
  });
});
