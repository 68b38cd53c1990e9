import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  AuthorizePermissionRequest,
  AuthorizeResult,
} from '@backstage/plugin-permission-common';
import {
  HeatmapRequest,
  readinessEvaluatePermission,
  readinessReadPermission,
  ScorecardsRequest,
} from 'backstage-plugin-readiness-common';
import { VisibilityReader } from './EntityVisibility';
import type {
  ReadinessService,
  ReadinessServiceOptions,
} from './ReadinessService';

/**
 * Lets through what the permissions allow: reading at all, what the catalog
 * lets the reader see, and evaluating this entity.
 */
export class AuthorizedReadinessService implements ReadinessService {
  constructor(
    private readonly options: {
      readonly service: ReadinessService;
      readonly permissions: PermissionsService;
      readonly visibility: VisibilityReader;
    },
  ) {}

  async getChecklist(options: ReadinessServiceOptions) {
    await this.requireRead(options);
    return this.options.service.getChecklist(options);
  }

  async getScorecard(entityRef: string, options: ReadinessServiceOptions) {
    await this.requireRead(options);
    await this.requireVisible(entityRef, options);
    return this.options.service.getScorecard(entityRef, options);
  }

  async getScorecards(
    request: ScorecardsRequest,
    options: ReadinessServiceOptions,
  ) {
    await this.requireRead(options);
    return this.options.service.getScorecards(
      request,
      await this.narrow(options),
    );
  }

  async getHeatmap(request: HeatmapRequest, options: ReadinessServiceOptions) {
    await this.requireRead(options);
    return this.options.service.getHeatmap(request, await this.narrow(options));
  }

  async requestEvaluation(entityRef: string, options: ReadinessServiceOptions) {
    await this.requireRead(options);
    await this.requireVisible(entityRef, options);
    await this.require(
      { permission: readinessEvaluatePermission, resourceRef: entityRef },
      options.credentials,
    );
    return this.options.service.requestEvaluation(entityRef, options);
  }

  async getStatus(options: ReadinessServiceOptions) {
    await this.requireRead(options);
    return this.options.service.getStatus(await this.narrow(options));
  }

  private async narrow(
    options: ReadinessServiceOptions,
  ): Promise<ReadinessServiceOptions> {
    const { credentials } = options;
    return {
      credentials,
      visibility: await this.options.visibility.getVisibility(credentials),
    };
  }

  private async requireRead({ credentials }: ReadinessServiceOptions) {
    await this.require({ permission: readinessReadPermission }, credentials);
  }

  private async require(
    request: AuthorizePermissionRequest,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const [decision] = await this.options.permissions.authorize([request], {
      credentials,
    });
    if (decision?.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `${request.permission.name} is not allowed${
          'resourceRef' in request ? ` for ${request.resourceRef}` : ''
        }`,
      );
    }
  }

  /** What may not be seen does not exist. */
  private async requireVisible(
    entityRef: string,
    { credentials }: ReadinessServiceOptions,
  ): Promise<void> {
    if (!(await this.options.visibility.isVisible(entityRef, credentials))) {
      throw createNotFound(entityRef);
    }
  }
}

/** The same words whether an entity is unknown or hidden. */
export function createNotFound(entityRef: string): NotFoundError {
  return new NotFoundError(
    `There is no scorecard of ${entityRef}: it is not in the catalog, not among the entities that are evaluated, or not visible to you`,
  );
}
