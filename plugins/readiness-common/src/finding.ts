import type { Evidence } from './evidence';

/**
 * What was found about one subject and one aspect of it.
 * @public
 */
export interface Finding {
  readonly outcome: 'pass' | 'fail' | 'unknown';
  /**
   * The resource the finding is about, by its address:
   * `aws_db_instance.orders`, `Deployment/default/cart#web`, `Dockerfile`.
   */
  readonly subject: string;
  /** Which of several questions of the check, e.g. `read-only-root`. */
  readonly aspect?: string;
  /** Equivalent rules of other scanners, e.g. `CKV_AWS_157`. */
  readonly rules: readonly string[];
  /**
   * The thing exists but is off by default or covers an optional part only.
   * Only on failing findings; earns half the credit.
   */
  readonly partial: boolean;
  /** One sentence for a person. */
  readonly message: string;
  /** The setting that would pass, e.g. `multi_az = true`. */
  readonly expected?: string;
  /** The setting as found, e.g. `multi_az = false`; the expression when unknown. */
  readonly actual?: string;
  readonly evidence: readonly Evidence[];
}
