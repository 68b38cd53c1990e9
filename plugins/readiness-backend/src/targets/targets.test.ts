import type { Entity } from '@backstage/catalog-model';
import { describeGrouping } from './describeGrouping';
import { describeTarget } from './describeTarget';
import { findMentionedRefs, hasExpiringAnnotations } from './findMentionedRefs';

function createEntity(entity: Partial<Entity>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    ...entity,
    metadata: {
      name: 'cart',
      namespace: 'shop',
      uid: 'u-1',
      ...entity.metadata,
    },
  };
}

describe('describeTarget', () => {
  it('takes relations, else completes the references of the spec', () => {
    const entity = createEntity({
      metadata: { name: 'cart', title: 'Cart', tags: ['go', 'java'] },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: 'checkout',
        system: 'default/shop',
      },
    });
    const described = {
      entityRef: 'component:shop/cart',
      uid: 'u-1',
      kind: 'Component',
      name: 'cart',
      title: 'Cart',
      type: 'service',
      lifecycle: 'production',
      owner: 'group:shop/checkout',
      system: 'system:default/shop',
      tags: ['go', 'java'],
    };
    expect(describeTarget(entity)).toEqual(described);
    expect(
      describeTarget({
        ...entity,
        relations: [
          { type: 'ownedBy', targetRef: 'user:default/ana' },
          { type: 'partOf', targetRef: 'component:default/monolith' },
          { type: 'partOf', targetRef: 'system:default/store' },
        ],
      }),
    ).toEqual({
      ...described,
      owner: 'user:default/ana',
      system: 'system:default/store',
    });
  });

  it('leaves out what is oddly typed', () => {
    expect(
      describeTarget(
        createEntity({
          spec: { type: 7, owner: ['a'], lifecycle: ' ', system: ':::' },
        }),
      ),
    ).toEqual({
      entityRef: 'component:shop/cart',
      uid: 'u-1',
      kind: 'Component',
      name: 'cart',
      tags: [],
    });
  });
});

describe('describeGrouping', () => {
  it('finds title, parent and contacts of a group', () => {
    expect(
      describeGrouping(
        createEntity({
          kind: 'Group',
          metadata: {
            name: 'checkout',
            annotations: {
              'acme.test/slack-channel': '#checkout',
              'acme.test/cost': '7',
            },
            links: [
              { url: 'https://acme.slack.com/archives/C1' },
              { url: 'https://wiki.acme.test/checkout' },
            ],
          },
          spec: {
            type: 'team',
            parent: 'commerce',
            profile: {
              displayName: 'Team Checkout',
              email: 'checkout@acme.test',
            },
          },
        }),
      ),
    ).toEqual({
      entityRef: 'group:shop/checkout',
      uid: 'u-1',
      kind: 'Group',
      title: 'Team Checkout',
      parent: 'group:shop/commerce',
      contacts: [
        'checkout@acme.test',
        '#checkout',
        'https://acme.slack.com/archives/C1',
      ],
    });
  });

  it('finds the domain of a system', () => {
    expect(
      describeGrouping(
        createEntity({ kind: 'System', spec: { owner: 'a', domain: 'sales' } }),
      ),
    ).toMatchObject({ title: 'cart', domain: 'domain:shop/sales' });
  });
});

describe('mentioned references', () => {
  it('come from waivers and attestations alone', () => {
    const entity = createEntity({
      metadata: {
        name: 'cart',
        annotations: {
          'readiness/waive.restore-tested':
            'reason: see https://x.acme.test/a\napprovedBy: user:default/Ana\nentity: component:default/orders-db',
          'readiness/attest.load-tests': 'by: group:default/checkout',
          'acme.test/owner': 'user:default/bob',
        },
      },
    });
    expect(findMentionedRefs(entity)).toEqual([
      'component:default/orders-db',
      'group:default/checkout',
      'user:default/ana',
    ]);
    expect(hasExpiringAnnotations(entity)).toBe(true);
    expect(hasExpiringAnnotations(createEntity({}))).toBe(false);
  });
});
