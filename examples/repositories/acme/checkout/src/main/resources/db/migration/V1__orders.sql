create table orders (
  id          uuid primary key,
  state       text        not null,
  cart        jsonb       not null,
  created_at  timestamptz not null default now()
);
create table outbox (
  id       bigint generated always as identity primary key,
  topic    text  not null,
  payload  jsonb not null
);
create index orders_pending on orders (created_at) where state = 'PAYMENT_PENDING';
