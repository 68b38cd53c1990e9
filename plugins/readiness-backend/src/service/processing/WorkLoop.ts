import type { LoggerService } from '@backstage/backend-plugin-api';

/**
 * Works through a queue until nothing is due. The scheduler runs it every few
 * seconds; whoever adds work wakes it at once.
 */
export class WorkLoop {
  private running: Promise<void> | undefined;
  private isWoken = false;
  private isStopped = false;

  constructor(
    private readonly options: {
      readonly name: string;
      /** Does a batch and tells how many items it had. */
      readonly runBatch: () => Promise<number>;
      readonly logger: LoggerService;
    },
  ) {}

  /** Starts unless it runs; then it looks for work once more at the end. */
  wake(): void {
    this.isWoken = true;
    this.run();
  }

  /** Resolves when nothing is due. */
  run(): Promise<void> {
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** Finishes the batch at hand and takes no more. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.running;
  }

  private async drain(): Promise<void> {
    try {
      do {
        this.isWoken = false;
        while (!this.isStopped && (await this.options.runBatch()) > 0);
      } while (this.isWoken && !this.isStopped);
    } catch (error) {
      // The queue itself failed; the scheduler tries again.
      this.options.logger.error(
        `The ${this.options.name} loop failed: ${error}`,
      );
    }
  }
}
