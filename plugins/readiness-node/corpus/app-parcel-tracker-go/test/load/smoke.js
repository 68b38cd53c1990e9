import http from 'k6/http';
import { check } from 'k6';

export const options = { vus: 20, duration: '1m', thresholds: { http_req_duration: ['p(95)<250'] } };

export default function () {
  check(http.get(`${__ENV.BASE_URL}/v1/parcels/JD0002`), { ok: r => r.status === 200 });
}
