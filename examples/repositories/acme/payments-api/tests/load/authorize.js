import http from 'k6/http';

export const options = {
  vus: 100,
  duration: '5m',
  thresholds: { http_req_failed: ['rate<0.0005'], http_req_duration: ['p(95)<400'] },
};

export default function () {
  http.post(
    'https://api.pay.staging.acme.test/payments',
    JSON.stringify({ amount: 1999, currency: 'EUR', method: 'test-visa' }),
    { headers: { 'content-type': 'application/json', 'idempotency-key': `${__VU}-${__ITER}` } },
  );
}
