import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CustomErrorBase } from '@backstage/errors';
import type {
  Checklist,
  EvaluationRequestResponse,
  HeatmapRequest,
  HeatmapResponse,
  ReadinessStatus,
  ScorecardsRequest,
  ScorecardsResponse,
  StoredScorecard,
} from 'backstage-plugin-readiness-common';
import type { EntityVisibility } from './EntityVisibility';

/** On whose behalf something is asked, and what they may see. */
export interface ReadinessServiceOptions {
  readonly credentials: BackstageCredentials;
  /** Narrowed by the service that authorises; everything when absent. */
  readonly visibility?: EntityVisibility;
}

/** Everything the API and the actions offer. */
export interface ReadinessService {
  getChecklist(options: ReadinessServiceOptions): Promise<Checklist>;

  /** @throws NotFoundError when the entity is not evaluated or may not be seen. */
  getScorecard(
    entityRef: string,
    options: ReadinessServiceOptions,
  ): Promise<StoredScorecard>;

  getScorecards(
    request: ScorecardsRequest,
    options: ReadinessServiceOptions,
  ): Promise<ScorecardsResponse>;

  getHeatmap(
    request: HeatmapRequest,
    options: ReadinessServiceOptions,
  ): Promise<HeatmapResponse>;

  /** @throws TooManyRequestsError when the entity was asked for a moment ago. */
  requestEvaluation(
    entityRef: string,
    options: ReadinessServiceOptions,
  ): Promise<EvaluationRequestResponse>;

  getStatus(options: ReadinessServiceOptions): Promise<ReadinessStatus>;
}

/** Somebody asked for the same a moment ago; answered with status 429. */
export class TooManyRequestsError extends CustomErrorBase {
  name = 'TooManyRequestsError' as const;
  readonly statusCode = 429;

  constructor(
    message: string,
    /** When asking again makes sense. */
    readonly retryAfterSeconds: number,
  ) {
    super(message);
  }
}
