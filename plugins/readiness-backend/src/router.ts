import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import express, { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { openApiDocument } from './openapi/document';
import {
  readHeatmapRequest,
  readScorecardsRequest,
} from './openapi/readRequests';
import {
  ReadinessService,
  TooManyRequestsError,
} from './service/ReadinessService';

/** What the routes need. */
export interface RouterOptions {
  readonly service: ReadinessService;
  readonly httpAuth: HttpAuthService;
  readonly auditor: AuditorService;
  /** For tests: holds answers against the OpenAPI document too. */
  readonly validateResponses?: boolean;
}

const ENTITY_PATH = '/scorecards/by-name/:kind/:namespace/:name';

/** The HTTP API; each route reads its request and calls the service once. */
export function createRouter(options: RouterOptions): express.Router {
  const router = PromiseRouter();
  // First, since the validated router would serve 3.1 as 3.0.3.
  router.get('/openapi.json', (_request, response) => {
    response.json(openApiDocument);
  });
  router.use(createValidation(options));
  addReadRoutes(router, options);
  addEvaluationRoute(router, options);
  return router;
}

function createValidation({ validateResponses = false }: RouterOptions) {
  return createValidatedOpenApiRouter(structuredClone(openApiDocument), {
    validatorOptions: {
      validateRequests: {
        coerceTypes: 'array',
        allowUnknownQueryParameters: false,
      },
      validateResponses,
      // Backstage's own middleware does that, with its own answers.
      validateSecurity: false,
    },
  });
}

function addReadRoutes(router: Router, options: RouterOptions): void {
  const { service, httpAuth } = options;
  const getOptions = async (request: Request) => ({
    credentials: await httpAuth.credentials(request),
  });

  router.get('/checklist', async (request, response) => {
    response.json(await service.getChecklist(await getOptions(request)));
  });

  router.get('/scorecards', async (request, response) => {
    const wanted = readScorecardsRequest(request.query);
    response.json(
      await service.getScorecards(wanted, await getOptions(request)),
    );
  });

  router.get(ENTITY_PATH, async (request, response) => {
    const entityRef = stringifyEntityRef(request.params);
    response.json(
      await service.getScorecard(entityRef, await getOptions(request)),
    );
  });

  router.get('/heatmap', async (request, response) => {
    const wanted = readHeatmapRequest(request.query);
    response.json(await service.getHeatmap(wanted, await getOptions(request)));
  });

  router.get('/status', async (request, response) => {
    response.json(await service.getStatus(await getOptions(request)));
  });
}

function addEvaluationRoute(router: Router, options: RouterOptions): void {
  const { service, httpAuth, auditor } = options;
  router.post(`${ENTITY_PATH}/evaluations`, async (request, response) => {
    const entityRef = stringifyEntityRef(request.params);
    const event = await auditor.createEvent({
      eventId: 'evaluation-request',
      severityLevel: 'medium',
      request,
      meta: { entityRef },
    });
    try {
      const credentials = await httpAuth.credentials(request);
      const answer = await service.requestEvaluation(entityRef, {
        credentials,
      });
      await event.success({ meta: { state: answer.state } });
      response.status(202).json(answer);
    } catch (error) {
      await event.fail({ error: toError(error) });
      setRetryAfter(response, error);
      throw error;
    }
  });
}

function setRetryAfter(response: Response, error: unknown): void {
  if (error instanceof TooManyRequestsError) {
    response.set('Retry-After', String(error.retryAfterSeconds));
  }
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
