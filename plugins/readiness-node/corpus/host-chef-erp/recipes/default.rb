#
# Cookbook:: erp_app
# Recipe:: default
#
package 'java-17-openjdk-headless' do
  version '1:17.0.10.0.7-2.el8'
end

remote_file "/opt/erp/erp-#{node['erp_app']['version']}.war" do
  source "https://artifacts.acme.test/erp/erp-#{node['erp_app']['version']}.war"
  checksum node['erp_app']['checksum']
  notifies :restart, 'service[tomcat]', :delayed
end

secrets = chef_vault_item('erp', node.chef_environment)

template '/etc/erp/erp.properties' do
  source 'erp.properties.erb'
  owner 'tomcat'
  mode '0600'
  sensitive true
  variables(db_password: secrets['db_password'])
  notifies :restart, 'service[tomcat]', :delayed
end

template '/etc/tomcat/setenv.sh' do
  source 'setenv.sh.erb'
  mode '0755'
end

service 'tomcat' do
  action %i(enable start)
end

firewall_rule 'https' do
  port node['erp_app']['port']
  source '10.0.0.0/8'
end
