describe port(8443) do
  it { should be_listening }
end

describe file('/etc/erp/erp.properties') do
  its('mode') { should cmp '0600' }
end
