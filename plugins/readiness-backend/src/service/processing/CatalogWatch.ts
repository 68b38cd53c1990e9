import type { LoggerService } from '@backstage/backend-plugin-api';
import { TargetSynchronizer } from './TargetSynchronizer';

/** While a catalog fills up it is looked at again after so long. */
const SETTLING_MILLISECONDS = 5_000;
/** A look that keeps finding changes is repeated so often before the schedule takes over. */
const MAXIMUM_REPEATS = 24;

/**
 * Looks at the catalog on schedule, and again soon while it is empty, cannot
 * be asked or keeps changing: a catalog that has just started fills up over
 * some seconds.
 */
export class CatalogWatch {
  hasCatalogBeenRead = false;
  private repeats = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly options: {
      readonly synchronizer: Pick<TargetSynchronizer, 'synchronize'>;
      readonly logger: LoggerService;
      /** New work is in the queues. */
      readonly onChange: () => void;
    },
  ) {}

  /** Looks once; `repeat` is called later when another look is worth while. */
  async run(repeat: () => void): Promise<void> {
    this.stop();
    const isSettled = await this.synchronize();
    if (isSettled) {
      this.repeats = 0;
      return;
    }
    this.repeats += 1;
    if (this.repeats > MAXIMUM_REPEATS) return;
    this.timer = setTimeout(repeat, SETTLING_MILLISECONDS);
    this.timer.unref();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private async synchronize(): Promise<boolean> {
    const { synchronizer, logger, onChange } = this.options;
    try {
      const { total, changed, removed } = await synchronizer.synchronize();
      this.hasCatalogBeenRead = true;
      if (changed + removed > 0) {
        logger.info(
          `The catalog has ${total} entities to evaluate; ${changed} changes, ${removed} gone`,
        );
        onChange();
      }
      return total > 0 && changed === 0;
    } catch (error) {
      logger.warn(`The catalog could not be read: ${error}`);
      return false;
    }
  }
}
