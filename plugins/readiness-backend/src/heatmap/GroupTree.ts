/** A group, system or domain that rows are shown under. */
export interface ModelGrouping {
  readonly entityRef: string;
  readonly uid: string;
  readonly kind: string;
  readonly title: string;
  readonly parent?: string;
}

/** Titles of groups, systems and domains, and which group is below which. */
export class GroupTree {
  private readonly groupings: ReadonlyMap<string, ModelGrouping>;

  constructor(groupings: readonly ModelGrouping[]) {
    this.groupings = new Map(
      groupings.map(grouping => [grouping.entityRef, grouping]),
    );
  }

  /**
   * The tree without the groups that must not be seen: what is below one of
   * them moves up to the next that may be.
   */
  narrow(isVisible: (uid: string) => boolean): GroupTree {
    const visible = [...this.groupings.values()].filter(({ uid }) =>
      isVisible(uid),
    );
    const refs = new Set(visible.map(({ entityRef }) => entityRef));
    return new GroupTree(
      visible.map(({ parent: _, ...grouping }) => {
        const parent = this.getAncestors(grouping.entityRef).find(ref =>
          refs.has(ref),
        );
        return { ...grouping, ...(parent !== undefined && { parent }) };
      }),
    );
  }

  /** The title, or the name inside the reference when the catalog has none. */
  getTitle(entityRef: string): string {
    return (
      this.groupings.get(entityRef)?.title ??
      entityRef.slice(entityRef.lastIndexOf('/') + 1)
    );
  }

  getParent(entityRef: string): string | undefined {
    return this.getAncestors(entityRef)[0];
  }

  /** The groups above, nearest first; a cycle ends where it closes. */
  getAncestors(entityRef: string): readonly string[] {
    const ancestors: string[] = [];
    const seen = new Set([entityRef]);
    let parent = this.groupings.get(entityRef)?.parent;
    while (parent !== undefined && !seen.has(parent)) {
      seen.add(parent);
      ancestors.push(parent);
      parent = this.groupings.get(parent)?.parent;
    }
    return ancestors;
  }
}
