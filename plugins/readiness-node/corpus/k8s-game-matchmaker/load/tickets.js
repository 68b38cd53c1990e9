import http from 'k6/http';
export const options = { vus: 500, duration: '5m' };
export default function () {
  http.post('https://mm.dev.example.com/v1/tickets', JSON.stringify({ mode: 'duo' }));
}
