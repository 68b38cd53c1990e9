import type { Entity } from '@backstage/catalog-model';

const LINKED = {
  'backstage.io/source-location': 'url:https://github.com/acme/cart/',
  'backstage.io/edit-url':
    'https://github.com/acme/cart/edit/main/catalog-info.yaml',
};

/** A component that links a repository, unless it is given other annotations. */
export function createEntity(
  name: string,
  annotations: Record<string, string> = LINKED,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'group:default/checkout',
      system: 'shop',
    },
  };
}
