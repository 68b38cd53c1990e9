import { CustomErrorBase } from '@backstage/errors';

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
