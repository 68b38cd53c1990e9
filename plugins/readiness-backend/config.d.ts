import type { HumanDuration } from '@backstage/types';

/** A filter predicate over catalog entities, like `{ kind: 'Component' }`. */
type EntityPredicate = unknown;

export interface Config {
  readiness?: {
    targets?: {
      /**
       * Which entities are evaluated. Default `{ kind: Component }`.
       */
      filter?: EntityPredicate;
    };
    schedule?: {
      /**
       * How often the catalog is compared with what is stored: the catalog
       * tells nobody of changes. Default 5 minutes.
       */
      catalog?: HumanDuration | string;
      /**
       * How often each repository is asked for news and each entity judged
       * again. What has not changed is neither read nor written. Default 6 hours.
       */
      evaluation?: HumanDuration | string;
    };
    reading?: {
      /** Files read of a repository; beyond it results are unknown. Default 20000. */
      maxFiles?: number;
      /** Bytes read of a repository. Default 209715200 (200 MiB). */
      maxBytes?: number;
      /** Larger files are named but not read. Default 5242880 (5 MiB). */
      maxFileBytes?: number;
      /** Folders between the root and a file. Default 40. */
      maxDepth?: number;
      /** Repositories read at a time by each replica. Default 4. */
      concurrency?: number;
      /** How long reading a repository may take. Default 2 minutes. */
      timeout?: HumanDuration | string;
    };
    history?: {
      /** How long past scores are kept. Default 730 days. */
      days?: number;
    };
    evaluation?: {
      /** Numbers and names that checks compare with. */
      thresholds?: {
        /** Default 2. */
        minimumReplicas?: number;
        /** Default 7. */
        minimumBackupRetentionDays?: number;
        /** Tags of which cost allocation wants one. */
        costTagKeys?: string[];
        /** Names of environments, the one that counts first. */
        productionNames?: string[];
      };
      /** Weight of categories in the overall score, by category id. Default 1. */
      categoryWeights?: { [categoryId: string]: number };
      /** How far checks are rolled out, by check id. Default `counted`. */
      rollout?: {
        [checkId: string]: 'off' | 'announced' | 'counted' | 'required';
      };
      /**
       * Which level entities must have; the first match counts. Default:
       * level 2 for the lifecycle `production`.
       */
      requirements?: Array<{
        /** Absent: every entity. */
        if?: EntityPredicate;
        level: 0 | 1 | 2 | 3;
      }>;
      waivers?: {
        /** How far ahead `until` may lie, in days. Default 365. */
        maxDays?: number;
        /** A waiver that ends within so many days is expiring. Default 30. */
        expiringDays?: number;
        /** How long an attestation counts, in days. Default 180. */
        attestationDays?: number;
      };
    };
  };
}
