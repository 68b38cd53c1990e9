/**
 * The catalog entity under evaluation, as checks see it.
 * @public
 */
export interface EntityFacts {
  readonly entityRef: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  /** `spec.type`: `service`, `website`, `library`, … */
  readonly type?: string;
  readonly lifecycle?: string;
  /** Whether there is an entity file at all; false when a bare folder is judged. */
  readonly hasEntityFile: boolean;
  readonly title?: string;
  readonly description?: string;
  readonly annotations: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  readonly links: readonly EntityLink[];
  /** Full reference of the owner. */
  readonly owner?: string;
  /** Whether the owner exists in the catalog; absent where no catalog can be asked. */
  readonly isOwnerResolved?: boolean;
  readonly system?: string;
  readonly domain?: string;
  readonly providesApis: readonly string[];
  readonly consumesApis: readonly string[];
  readonly dependsOn: readonly string[];
  /** Contact facts of the owner when the catalog could be asked. */
  readonly ownerContacts: readonly string[];
  /** Where the entity is written, for evidence. */
  readonly location?: {
    readonly path: string;
    readonly startLine: number;
    readonly endLine: number;
    readonly repository?: string;
  };
}

/** @public */
export interface EntityLink {
  readonly url: string;
  readonly title?: string;
  readonly type?: string;
}
