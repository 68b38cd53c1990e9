import http from 'k6/http';
import { check, sleep } from 'k6';

export const options = {
  scenarios: {
    evening: {
      executor: 'ramping-arrival-rate',
      startRate: 50,
      timeUnit: '1s',
      preAllocatedVUs: 200,
      stages: [
        { target: 400, duration: '3m' },
        { target: 400, duration: '10m' },
        { target: 0, duration: '1m' },
      ],
    },
  },
  thresholds: {
    http_req_failed: ['rate<0.001'],
    http_req_duration: ['p(99)<150'],
  },
};

export default function () {
  const id = `load-${__VU}`;
  const answer = http.post(
    `https://cart.staging.acme.test/carts/${id}/lines`,
    JSON.stringify({ sku: 'tent-2', quantity: 1 }),
    { headers: { 'content-type': 'application/json' } },
  );
  check(answer, { added: r => r.status === 200 });
  sleep(0.3);
}
