import type { Facts } from '../../facts/facts';
import type { LabelSelector } from '../../facts/types/selectors';
import type { Location } from '../../facts/value';

/** Labels that controllers put on pods, which no template has. */
const ADDED =
  /^(statefulset\.kubernetes\.io\/pod-name|apps\.kubernetes\.io\/pod-index|(batch\.kubernetes\.io\/)?job-name|(batch\.kubernetes\.io\/)?controller-uid|(rollouts-)?pod-template-hash|controller-revision-hash)$/;

/** The selector without the labels that controllers add later. */
export function withoutAddedLabels(selector: LabelSelector): LabelSelector {
  const keep = (labels: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(labels).filter(([key]) => !ADDED.test(key)),
    );
  return {
    ...selector,
    labels: {
      ...selector.labels,
      values: keep(selector.labels.values),
      unresolved: keep(selector.labels.unresolved),
    },
    expressions: selector.expressions.filter(({ key }) => !ADDED.test(key)),
  };
}

const OWN_DOMAINS = /(^|\.)(kubernetes\.io|k8s\.io|helm\.sh)$/;
const OPERATOR_LABELS = /^(spilo-role|cluster-name)$/;

/**
 * Whether pods that the files don't show may carry the labels: those that an
 * operator makes, and those of a chart of somebody else's.
 */
export function mayBeHidden(
  facts: Facts,
  place: { readonly location: Location },
  selector?: LabelSelector,
): boolean {
  const keys = selector ? Object.keys(selector.labels.values) : [];
  const isOperators = keys.some(key => {
    const [domain = '', name] = key.split('/');
    return name === undefined
      ? OPERATOR_LABELS.test(key)
      : !OWN_DOMAINS.test(domain);
  });
  return isOperators || hasForeignChart(facts, place.location);
}

/** A chart of somebody else's that is installed from the same folder. */
function hasForeignChart(facts: Facts, { path }: Location): boolean {
  return facts.resourceInventory.some(({ type, location }) => {
    const folder = getFolder(location.path);
    if (type === 'helm_release') return getFolder(path) === folder;
    return (
      type === 'HelmDependency' &&
      (getFolder(path) === folder || path.startsWith(`${folder}templates/`))
    );
  });
}

/** With its last slash; empty at the root. */
function getFolder(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
