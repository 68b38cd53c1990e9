begin;
delete from facts.orders using staging.orders s where facts.orders.order_id = s.order_id;
insert into facts.orders select order_id, state, total_cents, ordered_at from staging.orders;
end;
