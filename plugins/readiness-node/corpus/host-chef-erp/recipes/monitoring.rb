package %w(collectd filebeat)

template '/etc/filebeat/filebeat.yml' do
  source 'filebeat.yml.erb'
  notifies :restart, 'service[filebeat]'
end

service 'filebeat' do
  action %i(enable start)
end

logrotate_app 'erp' do
  path '/var/log/erp/*.log'
  rotate 10
end
