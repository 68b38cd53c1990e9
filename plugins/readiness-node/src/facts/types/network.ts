import type { SubjectFact } from '../subject';
import type { FactValue, Location } from '../value';
import type { SettingFact } from './dataStores';

/** @public */
export interface NetworkFacts {
  readonly networks: readonly NetworkFact[];
  readonly subnets: readonly SubnetFact[];
  readonly networkParts: readonly NetworkPartFact[];
  readonly firewalls: readonly FirewallFact[];
  readonly listeners: readonly ListenerFact[];
  readonly exposures: readonly ExposureFact[];
  readonly dnsNames: readonly DnsNameFact[];
  readonly certificates: readonly CertificateFact[];
  readonly controlPlanes: readonly ControlPlaneFact[];
  readonly privateAccesses: readonly PrivateAccessFact[];
  readonly accessLogs: readonly AccessLogFact[];
  readonly auditTrails: readonly AuditTrailFact[];
}

/** A virtual network. @public */
export interface NetworkFact extends SubjectFact {
  /** The one every account comes with. */
  readonly isDefault: boolean;
  /** Absent where flow logs belong to the subnets or elsewhere. */
  readonly flowLogs?: SettingFact;
}

/** @public */
export interface SubnetFact extends SubjectFact {
  /** Whether its name says that it faces the internet. */
  readonly isNamedPublic: boolean;
  readonly mapsPublicAddresses?: FactValue<boolean>;
  readonly flowLogs?: SettingFact;
}

/** Anything that shows the network is code: subnets, routes, load balancers, firewalls. @public */
export interface NetworkPartFact extends SubjectFact {
  readonly part: string;
}

/** What lets traffic in. @public */
export interface FirewallFact extends SubjectFact {
  readonly openings: readonly FirewallOpening[];
}

/** One rule that allows traffic in. @public */
export interface FirewallOpening {
  /** Sources: address ranges; a range that is another resource's reads as its expression. */
  readonly sources: FactValue<readonly string[]>;
  /** `-1`, `all`, `tcp`, … lower case. */
  readonly protocol: FactValue<string>;
  /** Ranges of ports; empty means all. */
  readonly ports: FactValue<readonly PortRange[]>;
  readonly location: Location;
}

/** @public */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** Where a load balancer or proxy takes traffic in. @public */
export interface ListenerFact extends SubjectFact {
  /** `HTTPS`, `TLS`, `TCP`, `HTTP`, … */
  readonly protocol: FactValue<string>;
  /** It only sends people to HTTPS. */
  readonly redirectsToTls: FactValue<boolean>;
  /** Minimum TLS version or named policy; absent when TLS ends elsewhere. */
  readonly tlsPolicy?: FactValue<string>;
}

/** Something the internet can reach. @public */
export interface ExposureFact extends SubjectFact {
  readonly kind: string;
}

/** A DNS zone or record. @public */
export interface DnsNameFact extends SubjectFact {
  readonly kind: string;
  readonly offByDefault?: string;
}

/** A certificate that is issued and renewed by code. @public */
export interface CertificateFact extends SubjectFact {
  readonly issuer: string;
  readonly offByDefault?: string;
}

/** The API endpoint of a cluster. @public */
export interface ControlPlaneFact extends SubjectFact {
  readonly isPrivate: FactValue<boolean>;
  /** Address ranges that may reach it; absent means all. */
  readonly allowedRanges: FactValue<readonly string[]>;
}

/** VPN, bastion, session manager, identity-aware proxy. @public */
export interface PrivateAccessFact extends SubjectFact {
  readonly kind: string;
}

/** Access logs of a load balancer, CDN, gateway or bucket. @public */
export interface AccessLogFact extends SubjectFact {
  readonly isOn: SettingFact;
  /** It takes in the logs of others, so logging it would feed itself. */
  readonly receivesLogs: boolean;
}

/** @public */
export interface AuditTrailFact extends SubjectFact {
  /** Share of the control plane's log types that are on, 0 to 1. */
  readonly share: FactValue<number>;
  readonly kind: 'control-plane' | 'trail';
}
