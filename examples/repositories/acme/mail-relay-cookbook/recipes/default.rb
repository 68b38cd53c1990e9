package 'postfix' do
  version node['mail_relay']['postfix_version']
end

package 'opendkim' do
  action :upgrade
end

directory '/etc/opendkim/keys' do
  owner 'opendkim'
  mode '0750'
  recursive true
end

file '/etc/opendkim/keys/mail.private' do
  content lazy { chef_vault_item('mail', 'dkim')['key'] }
  owner 'opendkim'
  mode '0400'
  sensitive true
end

template '/etc/postfix/main.cf' do
  source 'main.cf.erb'
  mode '0644'
  variables(
    hostname: node['mail_relay']['hostname'],
    networks: node['mail_relay']['networks'],
    lifetime: node['mail_relay']['queue_lifetime']
  )
  notifies :reload, 'service[postfix]'
end

service 'postfix' do
  action %i(enable start)
end

logrotate_app 'mail' do
  path '/var/log/mail.log'
  frequency 'daily'
  rotate 30
end
