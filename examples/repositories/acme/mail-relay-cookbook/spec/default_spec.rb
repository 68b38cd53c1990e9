require 'chefspec'

describe 'mail_relay::default' do
  platform 'ubuntu', '22.04'

  before { stub_command(/.*/).and_return(true) }

  it 'pins postfix' do
    expect(chef_run).to install_package('postfix').with(version: '3.6.4-1ubuntu1.3')
  end

  it 'reloads postfix when the configuration changes' do
    expect(chef_run.template('/etc/postfix/main.cf')).to notify('service[postfix]').to(:reload)
  end
end
