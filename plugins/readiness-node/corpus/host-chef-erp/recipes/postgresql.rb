package 'postgresql13-server'

execute 'initdb' do
  command '/usr/pgsql-13/bin/postgresql-13-setup initdb'
  creates '/var/lib/pgsql/13/data/PG_VERSION'
end

cron 'pg_dump' do
  hour '1'
  minute '15'
  user 'postgres'
  command 'pg_dumpall | gzip > /backup/erp-$(date +\%u).sql.gz'
end
