require 'spec_helper'

describe 'profile::wiki' do
  let(:params) { { server_name: 'wiki.example.com', php_memory_limit: '1M', db_password: 'x' } }

  it { is_expected.to compile.with_all_deps }
  it { is_expected.to contain_apache__vhost('wiki.example.com').with_ssl(true) }
end
