import type { SubjectFact } from '../subject';
import type { FactValue, Location } from '../value';
import type { LabelSelector } from './selectors';

/** A Kubernetes object in its namespace. @public */
export interface NamespacedFact extends SubjectFact {
  readonly name: string;
  readonly namespace: string;
  /** A switch of a chart that is off by default makes it exist. */
  readonly offByDefault?: string;
}

/** A Service (also Knative's and Terraform's). @public */
export interface ServiceFact extends NamespacedFact {
  /** `ClusterIP` (default), `NodePort`, `LoadBalancer`, `ExternalName`. */
  readonly serviceType: FactValue<string>;
  readonly isHeadless: FactValue<boolean>;
  /** Absent: endpoints are managed by somebody else. */
  readonly selector?: LabelSelector;
  readonly ports: readonly ServicePort[];
  readonly annotations: Readonly<Record<string, string>>;
}

/** @public */
export interface ServicePort {
  readonly name?: string;
  readonly port: FactValue<number>;
  /** Number or name of a container port; the default is `port`. */
  readonly targetPort: FactValue<string>;
  readonly nodePort: FactValue<number>;
  readonly location: Location;
}

/** An Ingress, Gateway, route of the Gateway API, or OpenShift Route. @public */
export interface IngressFact extends NamespacedFact {
  readonly kind: 'ingress' | 'gateway' | 'route' | 'openshift-route' | 'other';
  readonly className: FactValue<string>;
  readonly hosts: readonly FactValue<string>[];
  /** TLS is set up at all: `spec.tls`, an HTTPS listener, route termination. */
  readonly tls: FactValue<boolean>;
  readonly tlsSecretNames: readonly string[];
  readonly backends: readonly IngressBackend[];
  readonly annotations: Readonly<Record<string, string>>;
}

/** A Service that an ingress sends to. @public */
export interface IngressBackend {
  readonly service: FactValue<string>;
  /** Namespace when it differs from the ingress'. */
  readonly namespace: string;
  /** Number or name of a port of the Service. */
  readonly port: FactValue<string>;
  readonly location: Location;
}

/** @public */
export interface DisruptionBudgetFact extends NamespacedFact {
  readonly selector: LabelSelector;
  /** As written: `1`, `50%`. */
  readonly minAvailable: FactValue<string>;
  readonly maxUnavailable: FactValue<string>;
}

/** @public */
export interface NetworkPolicyFact extends NamespacedFact {
  /** An empty selector selects all pods of the namespace. */
  readonly selector: LabelSelector;
  readonly policyTypes: readonly string[];
  /** Cluster-wide kinds (Cilium, Calico, AdminNetworkPolicy) hold in all namespaces. */
  readonly isClusterWide: boolean;
}
