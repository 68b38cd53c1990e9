import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type {
  EvaluationRequestResponse,
  HeatmapRequest,
  HeatmapResponse,
  ReadinessStatus,
  ScorecardsRequest,
  ScorecardsResponse,
  StoredScorecard,
} from './api';
import type { Checklist } from './checklist';

/** What can be asked of the readiness backend. Rejects with a `ResponseError` on any status but 2xx. @public */
export interface ReadinessApi {
  getChecklist(): Promise<Checklist>;
  /** Rejects with status 404 when the entity is unknown or may not be seen. */
  getScorecard(entityRef: string): Promise<StoredScorecard>;
  getScorecards(request?: ScorecardsRequest): Promise<ScorecardsResponse>;
  getHeatmap(request?: HeatmapRequest): Promise<HeatmapResponse>;
  requestEvaluation(entityRef: string): Promise<EvaluationRequestResponse>;
  getStatus(): Promise<ReadinessStatus>;
}

/** The HTTP implementation of {@link ReadinessApi}. @public */
export class ReadinessClient implements ReadinessApi {
  constructor(
    private readonly dependencies: {
      discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
      fetchApi: { fetch: typeof fetch };
    },
  ) {}

  getChecklist(): Promise<Checklist> {
    return this.request('checklist');
  }

  getScorecard(entityRef: string): Promise<StoredScorecard> {
    return this.request(getScorecardPath(entityRef));
  }

  getScorecards(request: ScorecardsRequest = {}): Promise<ScorecardsResponse> {
    return this.request(`scorecards${formatQuery(request)}`);
  }

  getHeatmap(request: HeatmapRequest = {}): Promise<HeatmapResponse> {
    return this.request(`heatmap${formatQuery(request)}`);
  }

  requestEvaluation(entityRef: string): Promise<EvaluationRequestResponse> {
    return this.request(`${getScorecardPath(entityRef)}/evaluations`, {
      method: 'POST',
    });
  }

  getStatus(): Promise<ReadinessStatus> {
    return this.request('status');
  }

  private async request<T>(path: string, init?: RequestInit): Promise<T> {
    const { discoveryApi, fetchApi } = this.dependencies;
    const baseUrl = await discoveryApi.getBaseUrl('readiness');
    const response = await fetchApi.fetch(`${baseUrl}/${path}`, init);
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}

function getScorecardPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `scorecards/by-name/${[kind, namespace, name]
    .map(encodeURIComponent)
    .join('/')}`;
}

/** An empty value is sent too: it asks for entities without one. */
function formatQuery(request: object): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(request)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined) query.append(key, String(item));
    }
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
