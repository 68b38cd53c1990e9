require 'spec_helper'

describe 'profile::base' do
  it { is_expected.to compile.with_all_deps }
end
