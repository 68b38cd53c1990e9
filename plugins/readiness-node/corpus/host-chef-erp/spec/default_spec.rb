require 'chefspec'

describe 'erp_app::default' do
  platform 'redhat', '8'
  it { is_expected.to enable_service('tomcat') }
end
